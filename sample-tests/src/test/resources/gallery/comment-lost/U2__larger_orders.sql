DROP VIEW large_orders;
CREATE VIEW large_orders AS SELECT id, total FROM orders WHERE total > 1000;
