select case t.typtype when 'e' then 'ENUM_TYPE' when 'd' then 'DOMAIN' else 'COMPOSITE_TYPE' end as kind,
  @name(n.nspname, t.typname) as name,
  case when t.typtype = 'e' then
    (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
      from pg_enum e where e.enumtypid = t.oid) end as labels,
  case when t.typtype = 'c' then
    (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
      from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped) end as attributes,
  case when t.typtype = 'd' then format_type(t.typbasetype, t.typtypmod) end as type,
  case when t.typtype = 'd' and t.typcollation <> b.typcollation then t.typcollation::regcollation::text end as collation,
  case when t.typtype = 'd' then (not t.typnotnull)::text end as nullable,
  case when t.typtype = 'd' then coalesce(pg_get_expr(t.typdefaultbin, 0), t.typdefault) end as "default",
  pg_get_userbyid(t.typowner) as owner,
  @privileges(T, t.typowner, t.typacl) as privileges,
  @comment(pg_type, t.oid) as comment
from pg_type t
join pg_namespace n on n.oid = t.typnamespace
left join pg_type b on b.oid = t.typbasetype
left join pg_class c on c.oid = t.typrelid
where t.oid >= 16384 and (t.typtype in ('e', 'd') or t.typtype = 'c' and c.relkind = 'c')
  and @visible(n) and @own(pg_type, t.oid)
