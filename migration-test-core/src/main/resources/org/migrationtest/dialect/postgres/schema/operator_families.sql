-- only where: select from pg_opfamily where oid >= 16384
select 'OPERATOR_FAMILY' as kind,
  @name(n.nspname, f.opfname) || ' using ' || quote_ident(am.amname) as name,
  (select string_agg(o.amopstrategy || ' ' || o.amopopr::regoperator
      || case o.amoppurpose when 'o' then ' for order by ' || sf.opfname else '' end
      , ', ' order by o.amopstrategy, o.amopopr::regoperator::text collate "C")
    from pg_amop o left join pg_opfamily sf on sf.oid = o.amopsortfamily
    where o.amopfamily = f.oid) as operators,
  (select string_agg(p.amprocnum || ' ' || p.amproc::oid::regprocedure
      || ' for ' || format_type(p.amproclefttype, null) || ', ' || format_type(p.amprocrighttype, null)
      , '; ' order by p.amprocnum, p.amproc::oid::regprocedure::text collate "C",
        format_type(p.amproclefttype, null) collate "C", format_type(p.amprocrighttype, null) collate "C")
    from pg_amproc p where p.amprocfamily = f.oid) as functions,
  pg_get_userbyid(f.opfowner) as owner,
  @comment(pg_opfamily, f.oid) as comment
from pg_opfamily f
join pg_namespace n on n.oid = f.opfnamespace
join pg_am am on am.oid = f.opfmethod
where f.oid >= 16384 and @visible(n) and @own(pg_opfamily, f.oid)
