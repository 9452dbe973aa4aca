-- only where: select from pg_policy
select 'POLICY' as kind,
  @name(n.nspname, c.relname) || '.' || quote_ident(p.polname) as name,
  @name(n.nspname, c.relname) as of,
  case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
    as command,
  p.polpermissive::text as permissive,
  (select string_agg(case r when 0 then 'public' else quote_ident(pg_get_userbyid(r)) end, ', '
      order by case r when 0 then 'public' else pg_get_userbyid(r)::text end collate "C")
    from unnest(p.polroles) r) as roles,
  pg_get_expr(p.polqual, p.polrelid) as using,
  pg_get_expr(p.polwithcheck, p.polrelid) as "check",
  @comment(pg_policy, p.oid) as comment
from pg_policy p
join pg_class c on c.oid = p.polrelid
join pg_namespace n on n.oid = c.relnamespace
where @visible(n)
