drop index if exists customers_by_rank;
alter table customers add rank int not null default 1;
alter table customers add constraint known_rank check (rank between 1 and 3);
comment on table customers is 'ranked';
