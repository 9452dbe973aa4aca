-- only where: select from pg_operator where oid >= 16384
select 'OPERATOR' as kind,
  o.oid::regoperator::text as name,
  nullif(o.oprcode::oid, 0)::regprocedure::text as function,
  case when o.oprresult <> 0 then format_type(o.oprresult, null) end as returns,
  nullif(o.oprcom, 0)::regoperator::text as commutator,
  nullif(o.oprnegate, 0)::regoperator::text as negator,
  nullif(o.oprrest::oid, 0)::regprocedure::text as restrict,
  nullif(o.oprjoin::oid, 0)::regprocedure::text as join,
  o.oprcanmerge::text as merges,
  o.oprcanhash::text as hashes,
  pg_get_userbyid(o.oprowner) as owner,
  @comment(pg_operator, o.oid) as comment
from pg_operator o
join pg_namespace n on n.oid = o.oprnamespace
where o.oid >= 16384 and @visible(n) and @own(pg_operator, o.oid)
