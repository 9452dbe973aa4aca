CREATE ROLE shop_reporting NOLOGIN;
GRANT SELECT ON open_orders, product_sales TO shop_reporting;
GRANT SELECT (id, placed_at, status) ON orders TO shop_reporting;
