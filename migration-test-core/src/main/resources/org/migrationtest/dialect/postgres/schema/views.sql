-- only where: select from pg_class where oid >= 16384 and relkind in ('v', 'm')
select case c.relkind when 'v' then 'VIEW' else 'MATERIALIZED_VIEW' end as kind,
  @name(n.nspname, c.relname) as name,
  pg_get_viewdef(c.oid) as definition,
  pg_get_userbyid(c.relowner) as owner,
  @privileges(r, c.relowner, c.relacl) as privileges,
  (select string_agg(item, ', ' order by item collate "C") from unnest(c.reloptions) item
    where item not in ('security_invoker=false', 'security_barrier=false')) as options,
  case when c.reltablespace <> 0 then (select spcname from pg_tablespace where oid = c.reltablespace) end as tablespace,
  nullif(am.amname, 'heap') as "access method",
  nullif(c.relispopulated, true)::text as populated,
  @comment(pg_class, c.oid) as comment
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join pg_am am on am.oid = c.relam
where c.oid >= 16384 and c.relkind in ('v', 'm') and @visible(n) and @own(pg_class, c.oid)
