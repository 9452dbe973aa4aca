DROP VIEW large_orders;
CREATE VIEW large_orders AS SELECT id, total FROM orders WHERE total > 5000;
COMMENT ON VIEW large_orders IS 'Checked by hand before they are shipped';
