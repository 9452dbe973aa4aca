DROP TRIGGER orders_touch ON orders;
ALTER TABLE orders ALTER COLUMN updated_at DROP DEFAULT;
