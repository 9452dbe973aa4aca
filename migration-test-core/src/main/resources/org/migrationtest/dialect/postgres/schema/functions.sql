select case p.prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end as kind,
  p.oid::regprocedure::text as name,
  l.lanname as language,
  pg_get_function_arguments(p.oid) as arguments,
  pg_get_function_result(p.oid) as returns,
  case when p.prosqlbody is not null then pg_get_function_sqlbody(p.oid) else p.prosrc end as body, --14+
  p.prosrc as body, --13-
  p.probin as library,
  case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end as volatility,
  case p.proparallel when 's' then 'safe' when 'r' then 'restricted' else 'unsafe' end as parallel,
  case when p.prosecdef then 'definer' else 'invoker' end as security,
  nullif(p.proleakproof, false)::text as leakproof,
  nullif(p.proisstrict, false)::text as strict,
  nullif(p.prokind = 'w', false)::text as "window",
  p.procost::text as cost,
  nullif(p.prorows, 0)::text as rows,
  nullif(p.prosupport::oid, 0)::regprocedure::text as support,
  @list(p.proconfig) as settings,
  (select string_agg(format_type(f, null), ', ') from unnest(p.protrftypes) f) as transforms,
  pg_get_userbyid(p.proowner) as owner,
  @privileges(f, p.proowner, p.proacl) as privileges,
  @comment(pg_proc, p.oid) as comment
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
join pg_language l on l.oid = p.prolang
where p.oid >= 16384 and p.prokind <> 'a' and @visible(n) and @own(pg_proc, p.oid)
