--liquibase formatted sql

--changeset grace:updated-at splitStatements:false
ALTER TABLE orders ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
CREATE FUNCTION touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION touch_updated_at() IS 'Keeps updated_at true';
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
--rollback DROP TRIGGER orders_touch ON orders;
--rollback DROP FUNCTION touch_updated_at();
--rollback ALTER TABLE orders DROP COLUMN updated_at;
