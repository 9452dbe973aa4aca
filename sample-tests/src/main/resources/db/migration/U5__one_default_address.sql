DROP INDEX addresses_one_default;
ALTER TABLE addresses DROP COLUMN is_default;
