drop table customers, cities;
drop type rank;
