ALTER TABLE orders DROP COLUMN coupon;
DROP TABLE coupons;
