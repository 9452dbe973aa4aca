CREATE TABLE customers (id integer PRIMARY KEY, fax varchar(40), name varchar(40) NOT NULL);
INSERT INTO customers VALUES (1, NULL, 'Ada Lovelace'), (2, NULL, 'Grace Hopper');
