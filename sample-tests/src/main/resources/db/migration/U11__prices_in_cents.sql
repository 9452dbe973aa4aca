ALTER TABLE products DROP CONSTRAINT products_price_check;
ALTER TABLE products RENAME COLUMN price_cents TO price;
ALTER TABLE products ALTER COLUMN price TYPE numeric(10, 2) USING price / 100.0;
ALTER TABLE products ADD CONSTRAINT products_price_check CHECK (price >= 0);
