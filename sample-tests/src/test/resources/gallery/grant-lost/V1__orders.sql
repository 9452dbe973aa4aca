CREATE TABLE orders (id integer PRIMARY KEY, total numeric(10, 2));
CREATE VIEW large_orders AS SELECT id, total FROM orders WHERE total > 1000;
GRANT SELECT ON large_orders TO pg_monitor;
