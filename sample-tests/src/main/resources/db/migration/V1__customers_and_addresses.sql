CREATE TABLE customers (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email      varchar(254) NOT NULL,
    name       varchar(200) NOT NULL,
    phone      varchar(40),
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX customers_email_key ON customers (lower(email));
COMMENT ON TABLE customers IS 'Everybody who ever had an account';

CREATE TABLE addresses (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    street      text NOT NULL,
    city        text NOT NULL,
    postcode    varchar(16) NOT NULL,
    country     char(2) NOT NULL DEFAULT 'DE'
);
CREATE INDEX addresses_customer ON addresses (customer_id);
