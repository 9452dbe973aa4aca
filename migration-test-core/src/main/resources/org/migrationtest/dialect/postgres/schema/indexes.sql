select 'INDEX' as kind,
  @name(n.nspname, x.relname) as name,
  @name(n.nspname, c.relname) as of,
  pg_get_indexdef(i.indexrelid) as definition,
  nullif(i.indisvalid and i.indisready and i.indislive, true)::text as valid,
  nullif(i.indisclustered, false)::text as clustered,
  nullif(i.indisreplident, false)::text as "replica identity",
  nullif(i.indimmediate, true)::text as immediate,
  case when x.reltablespace <> 0 then (select spcname from pg_tablespace where oid = x.reltablespace) end as tablespace,
  case when x.relispartition
    then (select h.inhparent::regclass::text from pg_inherits h where h.inhrelid = x.oid) end as "attached to",
  case when i.indexprs is not null then (select string_agg(a.attnum || ': ' || a.attstattarget, ', ' order by a.attnum)
    from pg_attribute a where a.attrelid = i.indexrelid and a.attnum > 0 and a.attstattarget >= 0) end
    as "statistics targets",
  said.description as comment
from pg_index i
join pg_class x on x.oid = i.indexrelid
join pg_class c on c.oid = i.indrelid
join pg_namespace n on n.oid = x.relnamespace
@said(pg_class, x.oid)
where i.indexrelid >= 16384 and @visible(n) and @own(pg_class, c.oid)
