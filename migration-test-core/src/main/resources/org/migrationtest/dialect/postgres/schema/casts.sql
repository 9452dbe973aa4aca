-- only where: select from pg_cast where oid >= 16384
select 'CAST' as kind,
  format_type(c.castsource, null) || ' as ' || format_type(c.casttarget, null) as name,
  case c.castmethod when 'f' then c.castfunc::regprocedure::text when 'i' then 'inout' else 'binary' end as method,
  case c.castcontext when 'e' then 'explicit' when 'a' then 'assignment' else 'implicit' end as context,
  @comment(pg_cast, c.oid) as comment
from pg_cast c
where c.oid >= 16384 and @own(pg_cast, c.oid)
