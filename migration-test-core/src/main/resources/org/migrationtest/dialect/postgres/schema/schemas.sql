select 'SCHEMA' as kind,
  quote_ident(n.nspname) as name,
  pg_get_userbyid(n.nspowner) as owner,
  @privileges(n, n.nspowner, n.nspacl) as privileges,
  @comment(pg_namespace, n.oid) as comment
from pg_namespace n
where n.nspname <> 'pg_catalog' and @visible(n) and @own(pg_namespace, n.oid)
