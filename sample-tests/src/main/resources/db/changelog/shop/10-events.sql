--liquibase formatted sql

--changeset grace:order-events
CREATE TABLE order_events (
    id          bigserial,
    order_id    bigint NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    happened_at timestamptz NOT NULL DEFAULT now(),
    status      order_status NOT NULL,
    PRIMARY KEY (id, happened_at)
) PARTITION BY RANGE (happened_at);
CREATE TABLE order_events_2026 PARTITION OF order_events
    FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');
CREATE TABLE order_events_other PARTITION OF order_events DEFAULT;
--rollback DROP TABLE order_events;

--changeset grace:row-security
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY orders_of_customer ON orders
    USING (customer_id = nullif(current_setting('shop.customer', true), '')::bigint);
--rollback DROP POLICY orders_of_customer ON orders;
--rollback ALTER TABLE orders DISABLE ROW LEVEL SECURITY;

--changeset grace:reporting-role
CREATE ROLE store_reporting NOLOGIN;
GRANT SELECT ON open_orders, product_sales TO store_reporting;
--rollback REVOKE SELECT ON open_orders, product_sales FROM store_reporting;
--rollback DROP ROLE store_reporting;
