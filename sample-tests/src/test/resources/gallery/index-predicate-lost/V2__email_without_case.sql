DROP INDEX customers_email;
CREATE UNIQUE INDEX customers_email ON customers (lower(email)) WHERE NOT deleted;
