DROP VIEW large_orders;
DROP TABLE orders;
