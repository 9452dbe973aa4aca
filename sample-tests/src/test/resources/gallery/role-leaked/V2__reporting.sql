DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gallery_reporting') THEN
        CREATE ROLE gallery_reporting;
    END IF;
END
$$;
GRANT SELECT ON orders TO gallery_reporting;
