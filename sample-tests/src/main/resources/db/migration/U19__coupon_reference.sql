ALTER TABLE orders DROP CONSTRAINT orders_coupon_fkey;

ALTER TABLE orders DISABLE TRIGGER orders_touch;
UPDATE orders
SET coupon = unknown.coupon
FROM orders_unknown_coupon unknown
WHERE orders.id = unknown.order_id AND orders.coupon IS NULL;
ALTER TABLE orders ENABLE TRIGGER orders_touch;

DROP TABLE orders_unknown_coupon;
