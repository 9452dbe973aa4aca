CREATE TABLE customers (
    id    integer PRIMARY KEY,
    name  varchar(60) NOT NULL,
    email varchar(80)
);
