DROP INDEX orders_by_coupon;
ALTER TABLE orders DROP COLUMN coupon;
DROP TABLE coupons;
