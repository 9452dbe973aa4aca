select 'COLUMN' as kind,
  @name(n.nspname, c.relname) || '.' || quote_ident(a.attname) as name,
  @name(n.nspname, c.relname) as of,
  case when c.relkind in ('r', 'p', 'f')
    then row_number() over (partition by a.attrelid order by a.attnum)::text end as position,
  format_type(a.atttypid, a.atttypmod) as type,
  case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end as collation,
  (not a.attnotnull)::text as nullable,
  case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end as "default",
  case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
  case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid)
    || case a.attgenerated when 's' then ' stored' else ' virtual' end end as generated,
  case when a.attstorage <> t.typstorage then
    case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end
    end as storage,
  case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end as compression, --14+
  case when a.attstattarget >= 0 then a.attstattarget::text end as "statistics target",
  @list(a.attoptions) as options,
  @masked(a.attfdwoptions) as "foreign options",
  @granted(a.attacl) as privileges,
  case when a.attinhcount > 0 then a.attinhcount || case when a.attislocal then ' and local' else '' end end
    as inherited,
  cm.description as comment
from pg_attribute a
join pg_class c on c.oid = a.attrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_type t on t.oid = a.atttypid
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
left join pg_description cm on cm.objoid = a.attrelid and cm.classoid = 'pg_class'::regclass and cm.objsubid = a.attnum
  and cm.objoid >= 16384
where a.attrelid >= 16384 and a.attnum > 0 and not a.attisdropped
  and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c') and @visible(n) and @own(pg_class, c.oid)
