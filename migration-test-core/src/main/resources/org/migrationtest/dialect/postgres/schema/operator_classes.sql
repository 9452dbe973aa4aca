-- only where: select from pg_opclass where oid >= 16384
select 'OPERATOR_CLASS' as kind,
  @name(n.nspname, o.opcname) || ' using ' || quote_ident(am.amname) as name,
  format_type(o.opcintype, null) as type,
  @name(fn.nspname, f.opfname) as family,
  o.opcdefault::text as "default",
  case when o.opckeytype <> 0 then format_type(o.opckeytype, null) end as "key type",
  pg_get_userbyid(o.opcowner) as owner,
  @comment(pg_opclass, o.oid) as comment
from pg_opclass o
join pg_namespace n on n.oid = o.opcnamespace
join pg_am am on am.oid = o.opcmethod
join pg_opfamily f on f.oid = o.opcfamily
join pg_namespace fn on fn.oid = f.opfnamespace
where o.oid >= 16384 and @visible(n) and @own(pg_opclass, o.oid)
