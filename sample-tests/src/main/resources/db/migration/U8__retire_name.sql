ALTER TABLE customers RENAME COLUMN legacy_name TO name;
UPDATE customers SET name = left(first_name || ' ' || last_name, 200) WHERE name IS NULL;
ALTER TABLE customers ALTER COLUMN name SET NOT NULL;

CREATE FUNCTION split_name() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    NEW.first_name := coalesce(NEW.first_name, left(split_part(NEW.name, ' ', 1), 100));
    NEW.last_name := coalesce(NEW.last_name, left(substr(NEW.name, length(split_part(NEW.name, ' ', 1)) + 2), 100));
    RETURN NEW;
END
$$;
CREATE TRIGGER customers_split_name BEFORE INSERT OR UPDATE ON customers
    FOR EACH ROW EXECUTE FUNCTION split_name();

ALTER TABLE customers
    ALTER COLUMN first_name DROP NOT NULL,
    ALTER COLUMN last_name DROP NOT NULL;
