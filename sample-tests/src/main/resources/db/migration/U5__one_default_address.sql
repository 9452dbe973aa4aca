ALTER TABLE addresses DROP COLUMN is_default;
