ALTER TABLE addresses ADD COLUMN is_default boolean NOT NULL DEFAULT false;

UPDATE addresses
SET is_default = true
WHERE id IN (SELECT min(id) FROM addresses GROUP BY customer_id);

CREATE UNIQUE INDEX addresses_one_default ON addresses (customer_id) WHERE is_default;
