select 'ROLE' as kind,
  quote_ident(r.rolname) as name,
  r.rolsuper::text as superuser,
  r.rolinherit::text as inherit,
  r.rolcreaterole::text as "create role",
  r.rolcreatedb::text as "create database",
  r.rolcanlogin::text as login,
  r.rolreplication::text as replication,
  r.rolbypassrls::text as "bypass row security",
  nullif(r.rolconnlimit, -1)::text as "connection limit",
  r.rolvaliduntil::text as "valid until",
  @masked(r.rolconfig) as settings,
  (select @masked(s.setconfig) from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
    where s.setrole = r.oid and d.datname = current_database()) as "settings in this database",
  (select string_agg(quote_ident(pg_get_userbyid(m.roleid))
      || case when m.admin_option then ' with admin' else '' end
      || case when m.inherit_option then '' else ' without inherit' end --16+
      || case when m.set_option then '' else ' without set' end --16+
      || ' by ' || quote_ident(pg_get_userbyid(m.grantor)) --16+
      , ', ' order by pg_get_userbyid(m.roleid)::text collate "C", pg_get_userbyid(m.grantor)::text collate "C")
    from pg_auth_members m where m.member = r.oid) as "member of",
  (select c.description from pg_shdescription c where c.objoid = r.oid and c.classoid = 'pg_authid'::regclass) as comment
from pg_roles r
where r.oid >= 16384 or r.rolname !~ '^pg_'
