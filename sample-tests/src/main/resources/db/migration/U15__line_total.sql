DROP INDEX order_items_large;
ALTER TABLE order_items DROP COLUMN line_total;
