-- only where: select from pg_proc where oid >= 16384 and prokind = 'a'
select 'AGGREGATE' as kind,
  p.oid::regprocedure::text as name,
  pg_get_function_arguments(p.oid) as arguments,
  pg_get_function_result(p.oid) as returns,
  case g.aggkind when 'n' then 'normal' when 'o' then 'ordered set' else 'hypothetical' end as "aggregate kind",
  g.aggnumdirectargs::text as "direct arguments",
  g.aggtransfn::oid::regprocedure::text as "transition function",
  format_type(g.aggtranstype, null) as "transition type",
  nullif(g.aggtransspace, 0)::text as "transition space",
  g.agginitval as "initial value",
  nullif(g.aggfinalfn::oid, 0)::regprocedure::text as "final function",
  g.aggfinalextra::text as "final extra",
  g.aggfinalmodify::text as "final modify",
  nullif(g.aggcombinefn::oid, 0)::regprocedure::text as "combine function",
  nullif(g.aggserialfn::oid, 0)::regprocedure::text as "serial function",
  nullif(g.aggdeserialfn::oid, 0)::regprocedure::text as "deserial function",
  nullif(g.aggmtransfn::oid, 0)::regprocedure::text as "moving transition function",
  nullif(g.aggminvtransfn::oid, 0)::regprocedure::text as "moving inverse function",
  nullif(g.aggmfinalfn::oid, 0)::regprocedure::text as "moving final function",
  case when g.aggmtranstype <> 0 then format_type(g.aggmtranstype, null) end as "moving transition type",
  nullif(g.aggmtransspace, 0)::text as "moving transition space",
  g.aggminitval as "moving initial value",
  g.aggmfinalextra::text as "moving final extra",
  g.aggmfinalmodify::text as "moving final modify",
  nullif(g.aggsortop, 0)::regoperator::text as "sort operator",
  case p.proparallel when 's' then 'safe' when 'r' then 'restricted' else 'unsafe' end as parallel,
  pg_get_userbyid(p.proowner) as owner,
  @privileges(f, p.proowner, p.proacl) as privileges,
  @comment(pg_proc, p.oid) as comment
from pg_proc p
join pg_aggregate g on g.aggfnoid = p.oid
join pg_namespace n on n.oid = p.pronamespace
where p.oid >= 16384 and p.prokind = 'a' and @visible(n) and @own(pg_proc, p.oid)
