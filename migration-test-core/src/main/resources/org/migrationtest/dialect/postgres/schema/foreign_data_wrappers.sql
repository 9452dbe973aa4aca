-- only where: select from pg_foreign_data_wrapper
select 'FOREIGN_DATA_WRAPPER' as kind,
  quote_ident(w.fdwname) as name,
  nullif(w.fdwhandler, 0)::regprocedure::text as handler,
  nullif(w.fdwvalidator, 0)::regprocedure::text as validator,
  @masked(w.fdwoptions) as options,
  pg_get_userbyid(w.fdwowner) as owner,
  @privileges(F, w.fdwowner, w.fdwacl) as privileges,
  @comment(pg_foreign_data_wrapper, w.oid) as comment
from pg_foreign_data_wrapper w
where @own(pg_foreign_data_wrapper, w.oid)
