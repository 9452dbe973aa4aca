CREATE TABLE orders_unknown_coupon (
    order_id bigint PRIMARY KEY REFERENCES orders (id) ON DELETE CASCADE,
    coupon   varchar(20) NOT NULL
);
INSERT INTO orders_unknown_coupon
SELECT id, coupon FROM orders
WHERE coupon IS NOT NULL AND NOT EXISTS (SELECT FROM coupons WHERE code = orders.coupon);

ALTER TABLE orders DISABLE TRIGGER orders_touch;
UPDATE orders SET coupon = NULL WHERE id IN (SELECT order_id FROM orders_unknown_coupon);
ALTER TABLE orders ENABLE TRIGGER orders_touch;

ALTER TABLE orders ADD CONSTRAINT orders_coupon_fkey
    FOREIGN KEY (coupon) REFERENCES coupons (code) ON UPDATE CASCADE NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_coupon_fkey;
