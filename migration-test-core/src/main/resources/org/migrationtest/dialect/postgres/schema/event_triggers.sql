-- only where: select from pg_event_trigger
select 'EVENT_TRIGGER' as kind,
  quote_ident(e.evtname) as name,
  e.evtevent as event,
  @list(e.evttags) as tags,
  e.evtfoid::regprocedure::text as function,
  case e.evtenabled when 'O' then 'enabled' when 'D' then 'disabled' when 'R' then 'on replicas only' else 'always' end
    as enabled,
  pg_get_userbyid(e.evtowner) as owner,
  @comment(pg_event_trigger, e.oid) as comment
from pg_event_trigger e
where @own(pg_event_trigger, e.oid)
