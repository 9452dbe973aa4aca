alter table customers drop rank;
