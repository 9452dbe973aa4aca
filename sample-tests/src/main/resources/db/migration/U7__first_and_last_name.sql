DROP TRIGGER customers_split_name ON customers;
DROP FUNCTION split_name();
ALTER TABLE customers
    DROP COLUMN first_name,
    DROP COLUMN last_name;
