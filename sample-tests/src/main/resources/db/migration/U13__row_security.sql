DROP POLICY orders_of_staff ON orders;
DROP POLICY orders_of_customer ON orders;
ALTER TABLE orders DISABLE ROW LEVEL SECURITY;
