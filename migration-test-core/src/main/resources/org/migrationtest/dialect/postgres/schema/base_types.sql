-- only where: select from pg_type where oid >= 16384 and typinput <> 'array_in'::regproc and typtype in ('b', 'p')
select 'BASE_TYPE' as kind,
  @name(n.nspname, t.typname) as name,
  nullif(t.typisdefined, true)::text as defined,
  t.typinput::oid::regprocedure::text as input,
  t.typoutput::oid::regprocedure::text as output,
  nullif(t.typreceive::oid, 0)::regprocedure::text as receive,
  nullif(t.typsend::oid, 0)::regprocedure::text as send,
  nullif(t.typmodin::oid, 0)::regprocedure::text as "modifier input",
  nullif(t.typmodout::oid, 0)::regprocedure::text as "modifier output",
  nullif(t.typanalyze::oid, 0)::regprocedure::text as analyze,
  nullif(t.typsubscript::oid, 0)::regprocedure::text as subscript, --14+
  t.typlen::text as length,
  t.typbyval::text as "by value",
  t.typalign::text as alignment,
  t.typstorage::text as storage,
  t.typcategory::text as category,
  t.typispreferred::text as preferred,
  t.typdelim::text as delimiter,
  case when t.typelem <> 0 then format_type(t.typelem, null) end as element,
  nullif(t.typcollation, 0)::regcollation::text as collation,
  t.typdefault as "default",
  pg_get_userbyid(t.typowner) as owner,
  @privileges(T, t.typowner, t.typacl) as privileges,
  @comment(pg_type, t.oid) as comment
from pg_type t
join pg_namespace n on n.oid = t.typnamespace
where t.oid >= 16384 and t.typtype in ('b', 'p') and t.typinput <> 'array_in(cstring,oid,integer)'::regprocedure
  and @visible(n) and @own(pg_type, t.oid)
