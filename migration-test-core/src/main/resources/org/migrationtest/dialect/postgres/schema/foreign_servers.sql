-- only where: select from pg_foreign_server
select 'FOREIGN_SERVER' as kind,
  quote_ident(s.srvname) as name,
  quote_ident(w.fdwname) as wrapper,
  s.srvtype as type,
  s.srvversion as version,
  @masked(s.srvoptions) as options,
  pg_get_userbyid(s.srvowner) as owner,
  @privileges(S, s.srvowner, s.srvacl) as privileges,
  @comment(pg_foreign_server, s.oid) as comment
from pg_foreign_server s
join pg_foreign_data_wrapper w on w.oid = s.srvfdw
where @own(pg_foreign_server, s.oid)
