-- only where: select from pg_user_mappings
select 'USER_MAPPING' as kind,
  case when m.umuser = 0 then 'public' else quote_ident(m.usename) end || ' on ' || quote_ident(m.srvname) as name,
  @masked(m.umoptions) as options
from pg_user_mappings m
