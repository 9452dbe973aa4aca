CREATE TABLE vouchers (
    id bigint PRIMARY KEY,
    code varchar(20)
);
