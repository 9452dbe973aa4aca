-- only where: select from pg_subscription
select 'SUBSCRIPTION' as kind,
  quote_ident(s.subname) as name,
  @hash(s.subconninfo) as connection,
  (to_jsonb(s) - '{oid,subdbid,subname,subowner,subconninfo,subpublications,subskiplsn}'::text[])::text as options,
  @list(s.subpublications) as publications,
  pg_get_userbyid(s.subowner) as owner,
  @comment(pg_subscription, s.oid) as comment
from pg_subscription s
join pg_database d on d.oid = s.subdbid
where d.datname = current_database()
