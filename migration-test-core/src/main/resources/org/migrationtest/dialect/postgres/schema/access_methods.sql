-- only where: select from pg_am where oid >= 16384
select 'ACCESS_METHOD' as kind,
  quote_ident(a.amname) as name,
  case a.amtype when 't' then 'table' else 'index' end as type,
  a.amhandler::oid::regprocedure::text as handler,
  @comment(pg_am, a.oid) as comment
from pg_am a
where a.oid >= 16384 and @own(pg_am, a.oid)
