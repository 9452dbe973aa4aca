-- only where: select from pg_ts_dict where oid >= 16384
select 'TEXT_SEARCH_DICTIONARY' as kind,
  @name(n.nspname, d.dictname) as name,
  @name(tn.nspname, t.tmplname) as template,
  d.dictinitoption as options,
  pg_get_userbyid(d.dictowner) as owner,
  @comment(pg_ts_dict, d.oid) as comment
from pg_ts_dict d
join pg_namespace n on n.oid = d.dictnamespace
join pg_ts_template t on t.oid = d.dicttemplate
join pg_namespace tn on tn.oid = t.tmplnamespace
where d.oid >= 16384 and @visible(n) and @own(pg_ts_dict, d.oid)
