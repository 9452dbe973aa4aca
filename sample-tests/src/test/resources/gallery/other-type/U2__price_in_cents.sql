ALTER TABLE products ALTER COLUMN price TYPE numeric USING price / 100.0;
