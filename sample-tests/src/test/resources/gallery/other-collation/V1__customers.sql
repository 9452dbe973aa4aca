CREATE TABLE customers (id integer PRIMARY KEY, name varchar(40) COLLATE "C" NOT NULL);
INSERT INTO customers VALUES (1, 'Ada Lovelace'), (2, 'Grace Hopper');
