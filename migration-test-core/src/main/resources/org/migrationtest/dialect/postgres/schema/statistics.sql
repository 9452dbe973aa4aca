-- only where: select from pg_statistic_ext
select 'STATISTICS' as kind,
  @name(n.nspname, s.stxname) as name,
  @name(cn.nspname, c.relname) as of,
  pg_get_statisticsobjdef(s.oid) as definition,
  nullif(s.stxstattarget, -1)::text as target,
  pg_get_userbyid(s.stxowner) as owner,
  @comment(pg_statistic_ext, s.oid) as comment
from pg_statistic_ext s
join pg_namespace n on n.oid = s.stxnamespace
join pg_class c on c.oid = s.stxrelid
join pg_namespace cn on cn.oid = c.relnamespace
where @visible(n) and @own(pg_statistic_ext, s.oid)
