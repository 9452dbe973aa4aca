CREATE TABLE customers (
    id    integer PRIMARY KEY,
    name  varchar(40) NOT NULL,
    email varchar(80)
);
