alter table customers add name varchar(60);
