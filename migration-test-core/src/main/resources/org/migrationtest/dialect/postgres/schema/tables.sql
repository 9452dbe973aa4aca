select 'TABLE' as kind,
  @name(n.nspname, c.relname) as name,
  @name(n.nspname, c.relname) as of,
  case c.relkind when 'r' then 'table' when 'p' then 'partitioned table' else 'foreign table' end as "table kind",
  case c.relpersistence when 'p' then 'permanent' when 'u' then 'unlogged' else 'temporary' end as persistence,
  pg_get_userbyid(c.relowner) as owner,
  @privileges(r, c.relowner, c.relacl) as privileges,
  @list(c.reloptions) as options,
  @list(toast.reloptions) as "toast options",
  case when c.reltablespace <> 0 then (select spcname from pg_tablespace where oid = c.reltablespace) end as tablespace,
  nullif(am.amname, 'heap') as "access method",
  case c.relreplident when 'd' then null when 'n' then 'nothing' when 'f' then 'full' else 'index' end
    as "replica identity",
  nullif(c.relrowsecurity, false)::text as "row security",
  nullif(c.relforcerowsecurity, false)::text as "row security forced",
  case when c.reloftype <> 0 then format_type(c.reloftype, null) end as "of type",
  (select string_agg(i.inhparent::regclass::text
      || case when i.inhdetachpending then ' (detach pending)' else '' end --14+
      , ', ' order by i.inhseqno)
    from pg_inherits i where i.inhrelid = c.oid) as inherits,
  case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as "partition key",
  pg_get_expr(c.relpartbound, c.oid) as "partition bound",
  quote_ident(fs.srvname) as "foreign server",
  @masked(ft.ftoptions) as "foreign options",
  @comment(pg_class, c.oid) as comment
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join pg_am am on am.oid = c.relam
left join pg_class toast on toast.oid = c.reltoastrelid
left join pg_foreign_table ft on ft.ftrelid = c.oid
left join pg_foreign_server fs on fs.oid = ft.ftserver
where c.oid >= 16384 and c.relkind in ('r', 'p', 'f') and @visible(n) and @own(pg_class, c.oid)
