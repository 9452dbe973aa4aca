create table slow (id int primary key);
select pg_sleep(${pause});
