ALTER TABLE customers
    ADD COLUMN first_name varchar(100),
    ADD COLUMN last_name varchar(100);

-- While the application that knows only the name still runs.
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

-- A thousand customers at a time; the trigger fills the names in.
DO $$
DECLARE
    done bigint := 0;
    highest bigint := (SELECT max(id) FROM customers);
BEGIN
    WHILE done < highest LOOP
        UPDATE customers SET first_name = NULL WHERE id > done AND id <= done + 1000;
        done := done + 1000;
    END LOOP;
END
$$;
