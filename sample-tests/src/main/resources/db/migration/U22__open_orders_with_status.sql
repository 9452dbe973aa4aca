DROP VIEW open_orders;
CREATE VIEW open_orders AS
SELECT orders.id, orders.placed_at, customers.email
FROM orders
JOIN customers ON customers.id = orders.customer_id
WHERE orders.status IN ('new', 'paid');
COMMENT ON VIEW open_orders IS 'What the warehouse works on';
GRANT SELECT ON open_orders TO shop_reporting;
