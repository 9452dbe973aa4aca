ALTER TABLE customers ADD COLUMN phone varchar(40);
CREATE INDEX ON customers (email);
