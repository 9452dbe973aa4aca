CREATE VIEW customers_with_email AS SELECT id, name, email FROM customers WHERE email IS NOT NULL;
