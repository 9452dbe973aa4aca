ALTER TABLE customers RENAME COLUMN legacy_name TO name;
UPDATE customers SET name = left(first_name || ' ' || last_name, 200) WHERE name IS NULL;
ALTER TABLE customers ALTER COLUMN name SET NOT NULL;
ALTER TABLE customers
    ALTER COLUMN first_name DROP NOT NULL,
    ALTER COLUMN last_name DROP NOT NULL;
