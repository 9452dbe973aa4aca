-- only where: select from pg_transform
select 'TRANSFORM' as kind,
  format_type(t.trftype, null) || ' for ' || quote_ident(l.lanname) as name,
  nullif(t.trffromsql::oid, 0)::regprocedure::text as "from sql",
  nullif(t.trftosql::oid, 0)::regprocedure::text as "to sql",
  @comment(pg_transform, t.oid) as comment
from pg_transform t
join pg_language l on l.oid = t.trflang
where @own(pg_transform, t.oid)
