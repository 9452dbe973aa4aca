create table customers (id bigint generated always as identity primary key, name varchar(60) not null);
