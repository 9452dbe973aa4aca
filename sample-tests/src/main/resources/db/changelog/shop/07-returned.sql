--liquibase formatted sql

--changeset grace:returned-orders
ALTER TYPE order_status ADD VALUE 'returned';
--rollback ALTER TYPE order_status RENAME TO order_status_with_returned;
--rollback CREATE TYPE order_status AS ENUM ('new', 'paid', 'shipped');
--rollback ALTER TABLE orders ALTER COLUMN status DROP DEFAULT, ALTER COLUMN status TYPE order_status USING (CASE status WHEN 'returned' THEN 'shipped' ELSE status::text END)::order_status, ALTER COLUMN status SET DEFAULT 'new';
--rollback DROP TYPE order_status_with_returned;
