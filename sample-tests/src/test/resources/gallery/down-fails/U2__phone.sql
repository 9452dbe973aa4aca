ALTER TABLE customers DROP COLUMN telephone;
