select 'DATABASE' as kind,
  'current' as name,
  pg_get_userbyid(d.datdba) as owner,
  @privileges(d, d.datdba, d.datacl) as privileges,
  nullif(d.datconnlimit, -1)::text as "connection limit",
  (select @masked(s.setconfig) from pg_db_role_setting s where s.setdatabase = d.oid and s.setrole = 0) as settings,
  (select string_agg(a.parname || ': ' || @granted(a.paracl), '; ' order by a.parname collate "C") --15+
    from pg_parameter_acl a) as "privileges on parameters", --15+
  (select c.description from pg_shdescription c where c.objoid = d.oid and c.classoid = 'pg_database'::regclass) as comment
from pg_database d
where d.datname = current_database()
