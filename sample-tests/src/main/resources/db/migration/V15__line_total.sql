ALTER TABLE order_items
    ADD COLUMN line_total numeric(14, 2) GENERATED ALWAYS AS (quantity * unit_price) STORED;
CREATE INDEX order_items_large ON order_items (line_total) WHERE line_total > 1000;
