select 'CONSTRAINT' as kind,
  quote_ident(n.nspname) || '.' || quote_ident(coalesce(c.relname, t.typname)) || '.' || quote_ident(k.conname) as name,
  @name(n.nspname, c.relname) as of,
  pg_get_constraintdef(k.oid) as definition,
  nullif(k.convalidated, true)::text as validated,
  case when k.coninhcount > 0 then k.coninhcount || case when k.conislocal then ' and local' else '' end end
    as inherited,
  x.triggers as triggers,
  said.description as comment
from pg_constraint k
left join pg_class c on c.oid = k.conrelid
left join pg_type t on t.oid = k.contypid
join pg_namespace n on n.oid = coalesce(c.relnamespace, t.typnamespace)
left join (
  select g.tgconstraint, string_agg(distinct
    case g.tgenabled when 'D' then 'disabled' when 'R' then 'on replicas only' else 'always' end, ', ') as triggers
  from pg_trigger g where g.tgisinternal and g.tgenabled <> 'O' group by g.tgconstraint
) x on x.tgconstraint = k.oid
@said(pg_constraint, k.oid)
where k.oid >= 16384 and k.contype <> 't' and (k.conparentid = 0 or k.contype <> 'f') and @visible(n)
  and @own(pg_class, k.conrelid) and @own(pg_type, k.contypid)
