CREATE TABLE customers (
    id    integer PRIMARY KEY,
    name  varchar(40) NOT NULL,
    email varchar(80)
);
INSERT INTO customers VALUES (1, 'Ada Lovelace', 'ada@example.com'), (2, 'Grace Hopper', NULL);
