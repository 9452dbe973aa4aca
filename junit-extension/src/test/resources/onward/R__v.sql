create or replace view v as select id, x from a;
