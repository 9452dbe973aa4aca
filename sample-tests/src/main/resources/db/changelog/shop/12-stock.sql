--liquibase formatted sql

--changeset grace:no-negative-stock
CREATE TABLE products_repaired_stock (
    product_id bigint PRIMARY KEY REFERENCES products (id) ON DELETE CASCADE,
    stock      integer NOT NULL
);
INSERT INTO products_repaired_stock SELECT id, stock FROM products WHERE stock < 0;
UPDATE products SET stock = 0 WHERE stock < 0;
ALTER TABLE products ADD CONSTRAINT products_stock_not_negative CHECK (stock >= 0) NOT VALID;
--rollback ALTER TABLE products DROP CONSTRAINT products_stock_not_negative;
--rollback UPDATE products SET stock = repaired.stock FROM products_repaired_stock repaired WHERE products.id = repaired.product_id AND products.stock = 0;
--rollback DROP TABLE products_repaired_stock;

--changeset grace:validate-stock
ALTER TABLE products VALIDATE CONSTRAINT products_stock_not_negative;
--rollback ALTER TABLE products DROP CONSTRAINT products_stock_not_negative;
--rollback ALTER TABLE products ADD CONSTRAINT products_stock_not_negative CHECK (stock >= 0) NOT VALID;
