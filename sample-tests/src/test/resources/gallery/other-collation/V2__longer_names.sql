ALTER TABLE customers ALTER COLUMN name TYPE varchar(80) COLLATE "C";
