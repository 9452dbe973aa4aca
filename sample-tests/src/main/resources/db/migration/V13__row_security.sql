ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY orders_of_customer ON orders
    USING (customer_id = nullif(current_setting('shop.customer', true), '')::bigint);
CREATE POLICY orders_of_staff ON orders FOR SELECT TO pg_monitor USING (true);
COMMENT ON POLICY orders_of_customer ON orders IS 'The application sets shop.customer for each request';
