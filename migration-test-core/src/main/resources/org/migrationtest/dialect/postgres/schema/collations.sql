-- only where: select from pg_collation where oid >= 16384
select 'COLLATION' as kind,
  @name(n.nspname, c.collname) as name,
  case c.collprovider when 'i' then 'icu' when 'c' then 'libc' when 'b' then 'builtin' else 'default' end as provider,
  c.collisdeterministic::text as deterministic,
  nullif(c.collencoding, -1)::text as encoding,
  c.collcollate as collate,
  c.collctype as ctype,
  c.colliculocale as locale, --15-16
  c.colllocale as locale, --17+
  c.collicurules as rules, --16+
  pg_get_userbyid(c.collowner) as owner,
  @comment(pg_collation, c.oid) as comment
from pg_collation c
join pg_namespace n on n.oid = c.collnamespace
where c.oid >= 16384 and @visible(n) and @own(pg_collation, c.oid)
