-- only where: select from pg_default_acl
select 'DEFAULT_PRIVILEGES' as kind,
  'of ' || quote_ident(pg_get_userbyid(d.defaclrole))
    || case when d.defaclnamespace <> 0 then ' in ' || d.defaclnamespace::regnamespace else '' end
    || ' on ' || case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions'
      when 'T' then 'types' when 'n' then 'schemas' when 'L' then 'large objects' else d.defaclobjtype::text end as name,
  @granted(d.defaclacl) as privileges
from pg_default_acl d
