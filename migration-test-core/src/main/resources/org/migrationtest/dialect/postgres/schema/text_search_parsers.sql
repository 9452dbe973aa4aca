-- only where: select from pg_ts_parser where oid >= 16384
select 'TEXT_SEARCH_PARSER' as kind,
  @name(n.nspname, p.prsname) as name,
  p.prsstart::oid::regprocedure::text as start,
  p.prstoken::oid::regprocedure::text as token,
  p.prsend::oid::regprocedure::text as "end",
  nullif(p.prsheadline::oid, 0)::regprocedure::text as headline,
  p.prslextype::oid::regprocedure::text as lextypes,
  @comment(pg_ts_parser, p.oid) as comment
from pg_ts_parser p
join pg_namespace n on n.oid = p.prsnamespace
where p.oid >= 16384 and @visible(n) and @own(pg_ts_parser, p.oid)
