ALTER TABLE customers
    ADD CONSTRAINT customers_has_names CHECK (first_name IS NOT NULL AND last_name IS NOT NULL) NOT VALID;
ALTER TABLE customers VALIDATE CONSTRAINT customers_has_names;
ALTER TABLE customers
    ALTER COLUMN first_name SET NOT NULL,
    ALTER COLUMN last_name SET NOT NULL,
    DROP CONSTRAINT customers_has_names;

DROP TRIGGER customers_split_name ON customers;
DROP FUNCTION split_name();

-- Kept until nobody can want to go back.
ALTER TABLE customers ALTER COLUMN name DROP NOT NULL;
ALTER TABLE customers RENAME COLUMN name TO legacy_name;
