-- only where: select from pg_ts_template where oid >= 16384
select 'TEXT_SEARCH_TEMPLATE' as kind,
  @name(n.nspname, t.tmplname) as name,
  nullif(t.tmplinit::oid, 0)::regprocedure::text as init,
  t.tmpllexize::oid::regprocedure::text as lexize,
  @comment(pg_ts_template, t.oid) as comment
from pg_ts_template t
join pg_namespace n on n.oid = t.tmplnamespace
where t.oid >= 16384 and @visible(n) and @own(pg_ts_template, t.oid)
