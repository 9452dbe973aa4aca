-- only where: select from pg_ts_config where oid >= 16384
select 'TEXT_SEARCH_CONFIGURATION' as kind,
  @name(n.nspname, c.cfgname) as name,
  @name(pn.nspname, p.prsname) as parser,
  (select string_agg(m.alias || ': ' || m.dictionaries, '; ' order by m.alias collate "C") from (
      select k.alias, string_agg(f.mapdict::regdictionary::text, ', ' order by f.mapseqno) as dictionaries
      from pg_ts_config_map f
      join ts_token_type(c.cfgparser) k on k.tokid = f.maptokentype
      where f.mapcfg = c.oid group by k.alias) m) as mappings,
  pg_get_userbyid(c.cfgowner) as owner,
  @comment(pg_ts_config, c.oid) as comment
from pg_ts_config c
join pg_namespace n on n.oid = c.cfgnamespace
join pg_ts_parser p on p.oid = c.cfgparser
join pg_namespace pn on pn.oid = p.prsnamespace
where c.oid >= 16384 and @visible(n) and @own(pg_ts_config, c.oid)
