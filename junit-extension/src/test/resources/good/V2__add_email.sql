alter table customers add email varchar(80);
