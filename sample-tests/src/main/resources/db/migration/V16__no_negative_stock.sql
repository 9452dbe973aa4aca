CREATE TABLE products_repaired_stock (
    product_id bigint PRIMARY KEY REFERENCES products (id) ON DELETE CASCADE,
    stock      integer NOT NULL
);
INSERT INTO products_repaired_stock SELECT id, stock FROM products WHERE stock < 0;
UPDATE products SET stock = 0 WHERE stock < 0;
ALTER TABLE products ADD CONSTRAINT products_stock_not_negative CHECK (stock >= 0) NOT VALID;
