REVOKE SELECT (id, placed_at, status) ON orders FROM shop_reporting;
REVOKE SELECT ON open_orders, product_sales FROM shop_reporting;
DROP ROLE shop_reporting;
