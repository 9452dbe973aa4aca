ALTER TABLE customers ADD COLUMN phone varchar(40);
DELETE FROM flyway_schema_history WHERE version = '1';
