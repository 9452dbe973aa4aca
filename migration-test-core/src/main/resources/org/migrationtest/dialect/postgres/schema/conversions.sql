-- only where: select from pg_conversion where oid >= 16384
select 'CONVERSION' as kind,
  @name(n.nspname, c.conname) as name,
  pg_encoding_to_char(c.conforencoding) as source,
  pg_encoding_to_char(c.contoencoding) as target,
  c.conproc::oid::regprocedure::text as function,
  c.condefault::text as "default",
  pg_get_userbyid(c.conowner) as owner,
  @comment(pg_conversion, c.oid) as comment
from pg_conversion c
join pg_namespace n on n.oid = c.connamespace
where c.oid >= 16384 and @visible(n) and @own(pg_conversion, c.oid)
