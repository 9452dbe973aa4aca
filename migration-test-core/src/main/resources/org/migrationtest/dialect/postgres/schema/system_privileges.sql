with granted as (
  select 'pg_proc'::regclass as class, oid, proacl as acl, acldefault('f', proowner) as usual
    from pg_proc where proacl is not null
  union all
  select 'pg_class'::regclass, oid, relacl, acldefault('r', relowner)
    from pg_class where relacl is not null and relkind <> 'S'
  union all
  select 'pg_class'::regclass, oid, relacl, acldefault('s', relowner)
    from pg_class where relacl is not null and relkind = 'S'
  union all
  select 'pg_type'::regclass, oid, typacl, acldefault('T', typowner) from pg_type where typacl is not null
  union all
  select 'pg_namespace'::regclass, oid, nspacl, acldefault('n', nspowner)
    from pg_namespace where nspacl is not null and nspname <> 'public'
  union all
  select 'pg_language'::regclass, oid, lanacl, acldefault('l', lanowner) from pg_language where lanacl is not null
  union all
  select 'pg_foreign_data_wrapper'::regclass, oid, fdwacl, acldefault('F', fdwowner)
    from pg_foreign_data_wrapper where fdwacl is not null
)
select case when e.oid is null then 'DATABASE' else 'EXTENSION' end as kind,
  coalesce(quote_ident(e.extname), 'current') as name,
  string_agg(pg_describe_object(g.class, g.oid, 0) || ': ' || @granted(g.acl), '; '
    order by pg_describe_object(g.class, g.oid, 0) collate "C") as "privileges on members"
from granted g
left join pg_depend d on d.classid = g.class and d.objid = g.oid and d.objsubid = 0 and d.deptype = 'e'
left join pg_extension e on e.oid = d.refobjid
left join pg_init_privs i on i.classoid = g.class and i.objoid = g.oid and i.objsubid = 0
where (g.oid < 16384 or e.oid is not null) and g.acl is distinct from i.initprivs
  and @granted(g.acl) is distinct from
    case when i.initprivs is null then @granted(g.usual) else @granted(i.initprivs) end
group by e.oid, e.extname
