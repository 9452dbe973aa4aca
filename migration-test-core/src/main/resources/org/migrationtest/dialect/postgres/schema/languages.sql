-- only where: select from pg_language where oid >= 16384
select 'LANGUAGE' as kind,
  quote_ident(l.lanname) as name,
  l.lanpltrusted::text as trusted,
  nullif(l.lanplcallfoid, 0)::regprocedure::text as handler,
  nullif(l.laninline, 0)::regprocedure::text as inline,
  nullif(l.lanvalidator, 0)::regprocedure::text as validator,
  pg_get_userbyid(l.lanowner) as owner,
  @privileges(l, l.lanowner, l.lanacl) as privileges,
  @comment(pg_language, l.oid) as comment
from pg_language l
where l.oid >= 16384 and @own(pg_language, l.oid)
