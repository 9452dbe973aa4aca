alter table customers add full_name varchar(60);
update customers set full_name = name;
create index customers_by_full_name on customers (full_name);
