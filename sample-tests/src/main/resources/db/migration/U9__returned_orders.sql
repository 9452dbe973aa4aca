-- PostgreSQL cannot drop a value of an enum.
ALTER TYPE order_status RENAME TO order_status_with_returned;
CREATE TYPE order_status AS ENUM ('new', 'paid', 'shipped');
ALTER TABLE orders
    ALTER COLUMN status DROP DEFAULT,
    ALTER COLUMN status TYPE order_status
        USING (CASE status WHEN 'returned' THEN 'shipped' ELSE status::text END)::order_status,
    ALTER COLUMN status SET DEFAULT 'new';
DROP TYPE order_status_with_returned;
