DROP VIEW large_orders;
CREATE VIEW large_orders AS SELECT id, total FROM orders WHERE total > 5000;
GRANT SELECT ON large_orders TO pg_monitor;
