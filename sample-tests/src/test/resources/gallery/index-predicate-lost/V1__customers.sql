CREATE TABLE customers (
    id      integer PRIMARY KEY,
    email   varchar(80) NOT NULL,
    deleted boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX customers_email ON customers (email) WHERE NOT deleted;
