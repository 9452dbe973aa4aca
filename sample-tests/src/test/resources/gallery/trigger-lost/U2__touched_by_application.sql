ALTER TABLE orders ALTER COLUMN updated_at SET DEFAULT now();
