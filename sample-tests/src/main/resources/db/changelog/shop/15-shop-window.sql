--liquibase formatted sql

--changeset grace:shop-window runOnChange:true
CREATE OR REPLACE VIEW shop_window AS
SELECT sku, title, price_cents
FROM products
WHERE stock > 0;
--rollback DROP VIEW shop_window;
