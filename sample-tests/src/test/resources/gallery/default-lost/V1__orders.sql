CREATE TABLE orders (
    id     integer PRIMARY KEY,
    status varchar(10) NOT NULL DEFAULT 'new'
);
