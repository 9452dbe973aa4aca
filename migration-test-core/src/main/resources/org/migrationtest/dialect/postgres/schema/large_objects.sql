-- only where: select from pg_largeobject_metadata
select 'LARGE_OBJECT' as kind,
  'all' as name,
  count(*)::text as count,
  md5(string_agg(concat_ws(' ', l.oid, pg_get_userbyid(l.lomowner), l.lomacl, c.description), ';' order by l.oid)) as digest
from pg_largeobject_metadata l
left join pg_description c on c.objoid = l.oid and c.classoid = 'pg_largeobject'::regclass
having count(*) > 0
