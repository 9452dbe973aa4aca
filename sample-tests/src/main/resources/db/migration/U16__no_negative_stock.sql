ALTER TABLE products DROP CONSTRAINT products_stock_not_negative;
UPDATE products
SET stock = repaired.stock
FROM products_repaired_stock repaired
WHERE products.id = repaired.product_id AND products.stock = 0;
DROP TABLE products_repaired_stock;
