CREATE TABLE orders (id integer PRIMARY KEY, total numeric(10, 2));
CREATE VIEW large_orders AS SELECT id, total FROM orders WHERE total > 1000;
COMMENT ON VIEW large_orders IS 'Checked by hand before they are shipped';
