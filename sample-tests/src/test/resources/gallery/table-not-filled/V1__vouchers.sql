CREATE TABLE vouchers (
    code varchar(20) PRIMARY KEY CHECK (md5(code) LIKE '%0123456789abcdef%')
);
