alter table customers drop full_name;
