-- only where: select from pg_trigger where oid >= 16384
select 'TRIGGER' as kind,
  @name(n.nspname, c.relname) || '.' || quote_ident(g.tgname) as name,
  @name(n.nspname, c.relname) as of,
  pg_get_triggerdef(g.oid) as definition,
  case g.tgenabled when 'O' then 'enabled' when 'D' then 'disabled' when 'R' then 'on replicas only' else 'always' end
    as enabled,
  @comment(pg_trigger, g.oid) as comment
from pg_trigger g
join pg_class c on c.oid = g.tgrelid
join pg_namespace n on n.oid = c.relnamespace
where g.oid >= 16384 and (not g.tgisinternal or g.tgparentid <> 0)
  and not exists (select from pg_constraint k where k.oid = g.tgconstraint and k.contype <> 't')
  and @visible(n) and @own(pg_trigger, g.oid)
