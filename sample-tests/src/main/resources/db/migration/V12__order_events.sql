CREATE TABLE order_events (
    id          bigserial,
    order_id    bigint NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    happened_at timestamptz NOT NULL DEFAULT now(),
    status      order_status NOT NULL,
    PRIMARY KEY (id, happened_at)
) PARTITION BY RANGE (happened_at);
CREATE TABLE order_events_2025 PARTITION OF order_events
    FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
CREATE TABLE order_events_2026 PARTITION OF order_events
    FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');
CREATE TABLE order_events_other PARTITION OF order_events DEFAULT;

CREATE FUNCTION record_order_event() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO order_events (order_id, status) VALUES (NEW.id, NEW.status);
    RETURN NULL;
END
$$;
CREATE TRIGGER orders_record_event AFTER UPDATE ON orders
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION record_order_event();
