CREATE TABLE orders (id integer PRIMARY KEY, status varchar(10) NOT NULL);
CREATE VIEW open_orders AS SELECT id, status FROM orders WHERE status IN ('new', 'paid');
