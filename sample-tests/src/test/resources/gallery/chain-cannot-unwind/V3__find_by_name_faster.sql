CREATE INDEX IF NOT EXISTS customers_name ON customers (name);
