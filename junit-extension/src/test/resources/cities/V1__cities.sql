create type rank as enum ('gold', 'silver');
create table cities (id int primary key, name text not null unique);
create table customers (
    id bigint generated always as identity primary key,
    name varchar(60) not null,
    rank rank not null,
    city int not null references cities,
    nick text
);
