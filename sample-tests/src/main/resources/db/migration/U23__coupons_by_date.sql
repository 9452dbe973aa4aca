DROP TRIGGER orders_touch ON orders;
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

DROP INDEX orders_by_coupon;
CREATE INDEX orders_by_coupon ON orders (coupon) WHERE coupon IS NOT NULL;
