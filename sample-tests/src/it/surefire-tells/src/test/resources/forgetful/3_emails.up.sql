alter table customers add email text;
