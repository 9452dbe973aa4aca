DROP INDEX orders_by_coupon;
CREATE INDEX orders_by_coupon ON orders (coupon, placed_at) WHERE coupon IS NOT NULL;

DROP TRIGGER orders_touch ON orders;
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders
    FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION touch_updated_at();
