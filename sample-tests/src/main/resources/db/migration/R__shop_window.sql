CREATE OR REPLACE VIEW shop_window AS
SELECT slug, title, price_cents, tags
FROM products
WHERE stock > 0;
