DROP TRIGGER orders_record_event ON orders;
DROP FUNCTION record_order_event();
DROP TABLE order_events;
