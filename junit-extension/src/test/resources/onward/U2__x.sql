alter table a drop x;
