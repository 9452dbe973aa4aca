ALTER TABLE customers ALTER COLUMN name TYPE varchar(40) USING left(name, 40);
