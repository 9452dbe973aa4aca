alter table a add x int;
