--liquibase formatted sql

--changeset grace:orders
CREATE TYPE order_status AS ENUM ('new', 'paid', 'shipped');
CREATE TABLE orders (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers (id),
    status      order_status NOT NULL DEFAULT 'new',
    placed_at   timestamptz NOT NULL DEFAULT now(),
    note        text
);
CREATE TABLE order_items (
    order_id   bigint NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    product_id bigint NOT NULL REFERENCES products (id),
    quantity   integer NOT NULL CHECK (quantity BETWEEN 1 AND 1000),
    unit_price numeric(10, 2) NOT NULL,
    PRIMARY KEY (order_id, product_id)
);
--rollback DROP TABLE order_items;
--rollback DROP TABLE orders;
--rollback DROP TYPE order_status;

--changeset grace:orders-by-customer runInTransaction:false
CREATE INDEX CONCURRENTLY orders_by_customer ON orders (customer_id, placed_at DESC);
--rollback DROP INDEX CONCURRENTLY orders_by_customer;
