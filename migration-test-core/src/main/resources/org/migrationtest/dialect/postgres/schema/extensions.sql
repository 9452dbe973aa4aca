select 'EXTENSION' as kind,
  quote_ident(e.extname) as name,
  e.extversion as version,
  e.extnamespace::regnamespace::text as schema,
  pg_get_userbyid(e.extowner) as owner,
  (select string_agg(pg_describe_object(d.classid, d.objid, d.objsubid), ', '
      order by pg_describe_object(d.classid, d.objid, d.objsubid) collate "C")
    from pg_depend d
    where d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid and d.deptype = 'x') as dependents,
  @comment(pg_extension, e.oid) as comment
from pg_extension e
