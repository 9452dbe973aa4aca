-- only where: select from pg_publication
select 'PUBLICATION' as kind,
  quote_ident(p.pubname) as name,
  p.puballtables::text as "all tables",
  concat_ws(', ', case when p.pubinsert then 'insert' end, case when p.pubupdate then 'update' end,
    case when p.pubdelete then 'delete' end, case when p.pubtruncate then 'truncate' end) as operations,
  p.pubviaroot::text as "via root",
  case p.pubgencols when 's' then 'stored' else 'none' end as "generated columns", --18+
  (select string_agg(t.name, ', ' order by t.name collate "C") from (
      select r.prrelid::regclass::text
        || coalesce((select ' (' || string_agg(quote_ident(a.attname), ', ' order by a.attname collate "C") || ')' --15+
            from pg_attribute a where a.attrelid = r.prrelid and a.attnum = any (r.prattrs)), '') --15+
        || coalesce(' where ' || pg_get_expr(r.prqual, r.prrelid), '') --15+
        as name
      from pg_publication_rel r where r.prpubid = p.oid) t) as tables,
  (select string_agg(s.pnnspid::regnamespace::text, ', ' order by s.pnnspid::regnamespace::text collate "C") --15+
    from pg_publication_namespace s where s.pnpubid = p.oid) as schemas, --15+
  pg_get_userbyid(p.pubowner) as owner,
  @comment(pg_publication, p.oid) as comment
from pg_publication p
where @own(pg_publication, p.oid)
