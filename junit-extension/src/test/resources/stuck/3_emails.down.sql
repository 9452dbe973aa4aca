alter table customers drop email;
