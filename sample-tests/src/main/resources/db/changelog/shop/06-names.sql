--liquibase formatted sql

--changeset grace:first-and-last-name splitStatements:false
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
--rollback DROP TRIGGER customers_split_name ON customers;
--rollback DROP FUNCTION split_name();
--rollback ALTER TABLE customers DROP COLUMN first_name, DROP COLUMN last_name;

--changeset grace:retire-name
DROP TRIGGER customers_split_name ON customers;
ALTER TABLE customers ALTER COLUMN first_name SET NOT NULL, ALTER COLUMN last_name SET NOT NULL;
ALTER TABLE customers ALTER COLUMN name DROP NOT NULL;
--rollback UPDATE customers SET name = left(first_name || ' ' || last_name, 200) WHERE name IS NULL;
--rollback ALTER TABLE customers ALTER COLUMN name SET NOT NULL;
--rollback ALTER TABLE customers ALTER COLUMN first_name DROP NOT NULL, ALTER COLUMN last_name DROP NOT NULL;
--rollback CREATE TRIGGER customers_split_name BEFORE INSERT OR UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION split_name();

--changeset grace:legacy-name
ALTER TABLE customers RENAME COLUMN name TO legacy_name;
--rollback ALTER TABLE customers RENAME COLUMN legacy_name TO name;
