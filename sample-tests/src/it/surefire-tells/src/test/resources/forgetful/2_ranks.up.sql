alter table customers add rank int;
comment on table customers is 'ranked';
