CREATE TABLE customers (id integer PRIMARY KEY, name varchar(40) NOT NULL);
CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers);
INSERT INTO customers VALUES (1, 'Ada Lovelace'), (2, 'Test customer');
INSERT INTO orders VALUES (10, 1), (11, 2), (12, 2);
