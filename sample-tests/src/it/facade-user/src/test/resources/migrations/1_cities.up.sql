create table cities (id int);
