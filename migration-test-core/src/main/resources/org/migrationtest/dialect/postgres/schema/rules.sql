-- only where: select from pg_rewrite where oid >= 16384 and rulename <> '_RETURN'
select 'RULE' as kind,
  @name(n.nspname, c.relname) || '.' || quote_ident(r.rulename) as name,
  @name(n.nspname, c.relname) as of,
  pg_get_ruledef(r.oid) as definition,
  case r.ev_enabled when 'O' then 'enabled' when 'D' then 'disabled' when 'R' then 'on replicas only' else 'always' end
    as enabled,
  @comment(pg_rewrite, r.oid) as comment
from pg_rewrite r
join pg_class c on c.oid = r.ev_class
join pg_namespace n on n.oid = c.relnamespace
where r.oid >= 16384 and r.rulename <> '_RETURN' and @visible(n) and @own(pg_class, c.oid) and @own(pg_rewrite, r.oid)
