--liquibase formatted sql

--changeset ada:customers
CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL, email text);
--rollback DROP TABLE customers;

--changeset ada:unique-email
CREATE UNIQUE INDEX customers_email ON customers (email);
--rollback DROP INDEX customers_email;
