CREATE TABLE coupons (
    code       varchar(20) PRIMARY KEY,
    percent    smallint NOT NULL CHECK (percent BETWEEN 1 AND 100),
    valid_from date NOT NULL,
    valid_to   date NOT NULL,
    CHECK (valid_to >= valid_from)
);
ALTER TABLE orders ADD COLUMN coupon varchar(20);
CREATE INDEX orders_by_coupon ON orders (coupon) WHERE coupon IS NOT NULL;
