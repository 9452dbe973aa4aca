ALTER TABLE products DROP CONSTRAINT products_price_check;
ALTER TABLE products ALTER COLUMN price TYPE bigint USING (price * 100)::bigint;
ALTER TABLE products RENAME COLUMN price TO price_cents;
-- As much as numeric(10, 2) holds, so that every price has a way back.
ALTER TABLE products ADD CONSTRAINT products_price_check CHECK (price_cents BETWEEN 0 AND 9999999999);
