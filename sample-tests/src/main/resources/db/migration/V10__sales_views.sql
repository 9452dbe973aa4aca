CREATE VIEW open_orders AS
SELECT orders.id, orders.placed_at, customers.email
FROM orders
JOIN customers ON customers.id = orders.customer_id
WHERE orders.status IN ('new', 'paid');
COMMENT ON VIEW open_orders IS 'What the warehouse works on';

CREATE MATERIALIZED VIEW product_sales AS
SELECT product_id, sum(quantity) AS sold, sum(quantity * unit_price) AS turnover
FROM order_items
GROUP BY product_id
WITH DATA;
CREATE UNIQUE INDEX product_sales_product ON product_sales (product_id);
