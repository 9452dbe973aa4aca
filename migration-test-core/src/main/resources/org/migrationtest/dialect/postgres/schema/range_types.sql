-- only where: select from pg_range where rngtypid >= 16384
select 'RANGE_TYPE' as kind,
  @name(n.nspname, t.typname) as name,
  format_type(r.rngsubtype, null) as subtype,
  format_type(r.rngmultitypid, null) as multirange, --14+
  nullif(r.rngcollation, 0)::regcollation::text as collation,
  @name(cn.nspname, oc.opcname) as "operator class",
  nullif(r.rngcanonical::oid, 0)::regprocedure::text as canonical,
  nullif(r.rngsubdiff::oid, 0)::regprocedure::text as "subtype difference",
  pg_get_userbyid(t.typowner) as owner,
  @privileges(T, t.typowner, t.typacl) as privileges,
  @comment(pg_type, t.oid) as comment
from pg_range r
join pg_type t on t.oid = r.rngtypid
join pg_namespace n on n.oid = t.typnamespace
join pg_opclass oc on oc.oid = r.rngsubopc
join pg_namespace cn on cn.oid = oc.opcnamespace
where t.oid >= 16384 and @visible(n) and @own(pg_type, t.oid)
