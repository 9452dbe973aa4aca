-- Customers who came while both versions of the application ran.
UPDATE customers
SET first_name = left(split_part(name, ' ', 1), 100)
WHERE first_name IS NULL;
UPDATE customers
SET last_name = left(ltrim(substr(name, length(split_part(name, ' ', 1)) + 1)), 100)
WHERE last_name IS NULL;

ALTER TABLE customers
    ADD CONSTRAINT customers_has_names CHECK (first_name IS NOT NULL AND last_name IS NOT NULL) NOT VALID;
ALTER TABLE customers VALIDATE CONSTRAINT customers_has_names;
ALTER TABLE customers
    ALTER COLUMN first_name SET NOT NULL,
    ALTER COLUMN last_name SET NOT NULL,
    DROP CONSTRAINT customers_has_names;

-- Kept until nobody can want to go back.
ALTER TABLE customers ALTER COLUMN name DROP NOT NULL;
ALTER TABLE customers RENAME COLUMN name TO legacy_name;
