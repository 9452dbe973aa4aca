select 'SEQUENCE' as kind,
  @name(n.nspname, c.relname) as name,
  @name(tn.nspname, t.relname) as of,
  format_type(s.seqtypid, null) as type,
  s.seqstart::text as start,
  s.seqincrement::text as increment,
  s.seqmin::text as minimum,
  s.seqmax::text as maximum,
  s.seqcache::text as cache,
  s.seqcycle::text as cycle,
  @name(tn.nspname, t.relname) || '.' || (
      select quote_ident(a.attname) from pg_attribute a where a.attrelid = d.refobjid and a.attnum = d.refobjsubid)
    || case d.deptype when 'i' then ' as identity' else '' end as "owned by",
  case c.relpersistence when 'u' then 'unlogged' end as persistence,
  pg_get_userbyid(c.relowner) as owner,
  @privileges(s, c.relowner, c.relacl) as privileges,
  @comment(pg_class, c.oid) as comment
from pg_sequence s
join pg_class c on c.oid = s.seqrelid
join pg_namespace n on n.oid = c.relnamespace
left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objid >= 16384 and d.objsubid = 0
  and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0 and d.deptype in ('a', 'i')
left join pg_class t on t.oid = d.refobjid
left join pg_namespace tn on tn.oid = t.relnamespace
where c.oid >= 16384 and @visible(n) and @own(pg_class, c.oid)
