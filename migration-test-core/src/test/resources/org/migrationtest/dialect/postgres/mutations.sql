# nothing done
= nothing
select 1;
# schema dropped
= removed schema s2
drop schema s2;
# schema created
= added schema s3
create schema s3;
# schema owner
= changed schema s2: owner
alter schema s2 owner to snapshot_app;
# schema grant
= changed schema s2: privileges
grant usage on schema s2 to snapshot_app;
# grant on public revoked
= changed schema public: privileges
revoke usage on schema public from public;
# schema comment
= changed schema s2: comment
comment on schema s2 is 'x';
# extension dropped
= removed extension pgcrypto
drop extension pgcrypto;
# extension moved
= changed extension pgcrypto: schema
alter extension pgcrypto set schema s2;
# extension comment
= changed extension pgcrypto: comment
comment on extension pgcrypto is 'x';
# grant on an extension's function
= changed extension pgcrypto: privileges on members
revoke execute on function gen_random_bytes(int) from public;
# grant on a system function
= changed database current: privileges on members
revoke execute on function pg_sleep(double precision) from public;
# member taken out of an extension
= added function public.gen_random_bytes(integer)
alter extension pgcrypto drop function gen_random_bytes(int);
# function depends on an extension
= changed extension pgcrypto: dependents
alter function f(int) depends on extension pgcrypto;
# extension recreated
= nothing
drop extension pgcrypto; create extension pgcrypto;
# table created
= added table public.z
= added column public.z.a
create table z (a int);
# table dropped
= removed table public.uu
= removed constraint public.uu.ui
= removed index public.ui
drop table uu;
# table renamed
= removed table public.uu
= added table public.u2
alter table uu rename to u2;
# table recreated
= nothing
drop table uu; create table uu (i int not null, constraint ui unique (i)); revoke select on uu from snapshot_app; alter table uu replica identity full; alter table uu owner to current_user;
# table moved to another schema
= removed table public.uu
= added table s2.uu
alter table uu set schema s2;
# table unlogged
= changed table public.uu: persistence
alter table uu set unlogged;
# table owner
= changed table public.orders: owner
alter table orders owner to snapshot_app;
# storage parameter
= changed table public.orders: options
alter table orders set (fillfactor = 70);
# storage parameter of out-of-line storage
= changed table public.users: toast options
alter table users set (toast.autovacuum_enabled = false);
# storage parameter forth and back
= nothing
alter table orders reset (fillfactor); alter table orders set (fillfactor = 80);
# replica identity
= changed table public.uu: replica identity
alter table uu replica identity default;
# replica identity by index
= changed table public.uu: replica identity
= changed index public.ui: replica identity
alter table uu replica identity using index ui;
# tablespace
= changed table public.uu: tablespace
update pg_class set reltablespace = 1664 where oid = 'uu'::regclass;
# access method
= changed table public.uu: access method
drop table uu; create table uu (i int not null, constraint ui unique (i)) using heap2;
# clustered on
= changed index public.ui: clustered
alter table uu cluster on ui;
# grant on a table
= changed table public.users: privileges
grant update on users to snapshot_app;
# grant with grant option
= changed table public.users: privileges
grant select on users to snapshot_app with grant option;
# grant revoked
= changed table public.users: privileges
revoke select on users from snapshot_app;
# grant given and taken
= nothing
grant all on "we.ird" to snapshot_other; revoke all on "we.ird" from snapshot_other; grant update on users to snapshot_other; revoke update on users from snapshot_other;
# comment on a table
= changed table public.users: comment
comment on table users is 'xx';
# comment removed
= changed table public.users: comment
comment on table users is null;
# row security disabled
= changed table public.users: row security
alter table users disable row level security;
# row security forced
= changed table public.users: row security forced
alter table users force row level security;
# no longer of a type
= changed table public.typed: of type
alter table typed not of;
# inheritance removed
= changed table public.inh: inherits
alter table inh no inherit orders;
# order of parents
= changed table public.inh: inherits
create table par (w varchar(5)); alter table inh no inherit orders; alter table inh inherit par; alter table inh inherit orders;
# partition bound
= changed table public.ev1: partition bound
alter table ev detach partition ev1; alter table ev attach partition ev1 for values from ('2020-01-01') to ('2022-01-01');
# partition detached
= changed table public.ev1: inherits
= changed table public.ev1: partition bound
alter table ev detach partition ev1;
# partition detached and attached again
= nothing
alter table ev detach partition ev1; alter table ev attach partition ev1 for values from ('2020-01-01') to ('2021-01-01');
# partition added
= added table public.ev2
create table ev2 partition of ev default;
# partition key
= changed table public.ev: partition key
drop table ev; create table ev (id int, ts date not null) partition by list (ts);
# column type length
= changed column public.orders.w: type
alter table orders alter w type varchar(60);
# numeric scale
= changed column public.orders.amount: type
drop rule r1 on orders; alter table orders alter amount type numeric(10,3);
# column default
= changed column public.users.name: default
alter table users alter name set default 'z';
# column default dropped
= changed column public.users.name: default
alter table users alter name drop default;
# not null dropped
= changed column public.users.name: nullable
alter table users alter name drop not null;
# not null dropped and set again
= nothing
alter table users alter name drop not null; alter table users alter name set not null;
# not null constraint renamed 18+
= removed constraint public.users.users_name_not_null
= added constraint public.users.nn
alter table users rename constraint users_name_not_null to nn;
# not null not yet validated 18+
= changed constraint public.users.users_name_not_null: validated
alter table users alter name drop not null; alter table users add constraint users_name_not_null not null name not valid;
# not null that is not inherited 18+
= changed constraint public.users.users_name_not_null: definition
alter table users alter name drop not null; alter table users add constraint users_name_not_null not null name no inherit;
# column added
= added column public.users.z
alter table users add z int;
# column dropped
= removed column public.users.created
alter table users drop created;
# column renamed
= removed column public.users.created
= added column public.users.born
alter table users rename created to born;
# column dropped and added: physical order only
= order only
alter table users drop created; alter table users add created timestamptz default now();
# identity kind
= changed column public.users.id: identity
alter table users alter id set generated always;
# identity dropped
= changed column public.users.id: identity
= removed sequence public.users_id_seq
alter table users alter id drop identity;
# generation dropped
= changed column public.users.full_l: generated
alter table users alter full_l drop expression;
# generation expression
= changed column public.users.full_l: generated
alter table users drop full_l; alter table users add full_l int generated always as (length(name) + 1) stored;
# generation virtual 18+
= changed column public.users.full_l: generated
alter table users drop full_l; alter table users add full_l int generated always as (length(name)) virtual;
# collation of a column
= changed column public.users.email: collation
alter table users alter email type text collate "C";
# column storage
= changed column public.users.email: storage
alter table users alter email set storage external;
# column compression 14+
= changed column public.users.email: compression
alter table users alter email set compression pglz;
# statistics target
= changed column public.users.email: statistics target
alter table users alter email set statistics 500;
# statistics target forth and back
= nothing
alter table users alter email set statistics 500; alter table users alter email set statistics -1;
# column options
= changed column public.users.email: options
alter table users alter email set (n_distinct = 100);
# grant on a column
= changed column public.users.name: privileges
grant update (name) on users to snapshot_app;
# grant on a column revoked
= changed column public.users.email: privileges
revoke select (email) on users from snapshot_app;
# comment on a column
= changed column public.users.name: comment
comment on column users.name is 'yy';
# column no longer inherited
= changed column public.inh.w: inherited
alter table inh no inherit orders;
# default of a view's column
= changed column public.v.name: default
alter view v alter name set default 'q';
# weird column's default
= changed column public."We""ird.T"."select": default
alter table "We""ird.T" alter "select" drop default;
# check changed
= changed constraint public.users.ck: definition
alter table users drop constraint ck, add constraint ck check (age >= 1);
# check not inherited
= changed constraint public.users.ck: definition
alter table users drop constraint ck, add constraint ck check (age >= 0) no inherit;
# check not enforced 18+
= changed constraint public.users.ck: definition
alter table users drop constraint ck, add constraint ck check (age >= 0) not enforced;
# check recreated
= nothing
alter table users drop constraint ck, add constraint ck check ( age>=0 );
# unique dropped
= removed constraint public.users.uq
= removed index public.uq
alter table users drop constraint uq;
# unique deferrable
= changed constraint public.users.uq: definition
alter table users drop constraint uq, add constraint uq unique (email) deferrable;
# unique nulls not distinct 15+
= changed constraint public.users.uq: definition
= changed index public.uq: definition
alter table users drop constraint uq, add constraint uq unique nulls not distinct (email);
# unique as index only
= removed constraint public.users.uq
alter table users drop constraint uq; create unique index uq on users (email);
# primary key
= added constraint public.uu.uk
alter table uu add constraint uk primary key (i);
# primary key forth and back leaves not null
= changed column public."we.ird".a: nullable
alter table "we.ird" add constraint wk primary key (a); alter table "we.ird" drop constraint wk;
# foreign key action
= changed constraint public.orders.fk: definition
alter table orders drop constraint fk, add constraint fk foreign key (user_id) references users (id) on delete set null;
# foreign key deferrable
= changed constraint public.orders.fk: definition
alter table orders alter constraint fk deferrable initially deferred;
# foreign key not valid
= changed constraint public.orders.fk: validated
alter table orders drop constraint fk, add constraint fk foreign key (user_id) references users (id) on delete cascade not valid;
# foreign key not enforced 18+
= changed constraint public.orders.fk: definition
alter table orders drop constraint fk, add constraint fk foreign key (user_id) references users (id) on delete cascade not enforced;
# foreign key recreated
= nothing
alter table orders drop constraint fk; alter table orders add constraint fk foreign key (user_id) references users on delete cascade;
# foreign key's triggers disabled
= changed constraint public.orders.fk: triggers
alter table orders disable trigger all;
# exclusion added
= added constraint public.users.ex
alter table users add constraint ex exclude using btree (name with =);
# constraint renamed
= removed constraint public.users.uq
= added constraint public.users.uq2
alter table users rename constraint uq to uq2;
# constraint comment
= changed constraint public.users.ck: comment
comment on constraint ck on users is 'x';
# constraint inherited
= changed constraint public.inh.own: inherited
= added constraint public.orders.own
alter table orders add constraint own check (amount > 1);
# domain's check
= changed constraint public.posint.posint_check: definition
alter domain posint drop constraint posint_check; alter domain posint add check (value > 5);
# domain's check not valid
= changed constraint public.posint.posint_check: validated
alter domain posint drop constraint posint_check; alter domain posint add check (value > 0) not valid;
# index dropped
= removed index public.ie
drop index ie;
# index recreated
= nothing
drop index ie; create index ie on users (lower(name));
# index predicate
= changed index public.ix: definition
drop index ix; create index ix on orders (user_id) where amount > 1;
# index predicate dropped
= changed index public.ix: definition
drop index ix; create index ix on orders (user_id);
# index expression
= changed index public.ie: definition
drop index ie; create index ie on users (upper(name));
# index method
= changed index public.ie: definition
drop index ie; create index ie on users using hash (lower(name));
# index order
= changed index public.ix: definition
drop index ix; create index ix on orders (user_id desc) where amount > 0;
# index include
= changed index public.ix: definition
drop index ix; create index ix on orders (user_id) include (amount) where amount > 0;
# index operator class
= changed index public.ie: definition
drop index ie; create index ie on users (lower(name) text_pattern_ops);
# index collation
= changed index public.ie: definition
drop index ie; create index ie on users (lower(name) collate "C");
# index unique
= changed index public.ie: definition
drop index ie; create unique index ie on users (lower(name));
# index storage parameter
= changed index public.ie: definition
alter index ie set (fillfactor = 50);
# index invalid
= changed index public.ix: valid
update pg_index set indisvalid = false where indexrelid = 'ix'::regclass;
# index statistics target
= changed index public.ie: statistics targets
alter index ie alter column 1 set statistics 300;
# index comment
= changed index public.ix: comment
comment on index ix is 'x';
# index renamed
= removed index public.ix
= added index public.ix2
alter index ix rename to ix2;
# index of a partitioned table
= removed index public.evi
= removed index public.ev1_id_idx
drop index evi;
# index of a partition detached from its parent's
= changed index public.ev1_id_idx: attached to
alter table ev detach partition ev1;
# weird index
= removed index public."I x"
drop index "I x";
# sequence increment
= changed sequence public.sq: increment
alter sequence sq increment 7;
# sequence cycle
= changed sequence public.sq: cycle
alter sequence sq cycle;
# sequence type
= changed sequence public.sq: type
alter sequence sq as int;
# sequence start
= changed sequence public.sq: start
alter sequence sq start 10;
# sequence cache
= changed sequence public.sq: cache
alter sequence sq cache 10;
# sequence minimum
= changed sequence public.sq: minimum
alter sequence sq minvalue 0;
# sequence maximum
= changed sequence public.sq: maximum
alter sequence sq maxvalue 99;
# sequence ownership
= changed sequence public.serials_n_seq: owned by
alter sequence serials_n_seq owned by none;
# sequence owned by a column that moved
= order only
alter sequence serials_n_seq owned by none; alter table serials drop n; alter table serials add n int not null default nextval('serials_n_seq'); alter sequence serials_n_seq owned by serials.n;
# sequence grant
= changed sequence public.sq: privileges
grant usage on sequence sq to snapshot_app;
# sequence grant forth and back
= nothing
grant usage on sequence sq to snapshot_app; revoke usage on sequence sq from snapshot_app;
# sequence unlogged 15+
= changed sequence public.sq: persistence
alter sequence sq set unlogged;
# sequence advanced
= nothing
select nextval('sq');
# view body
= changed view public.v: definition
create or replace view v as select id, upper(name)::varchar(50) as name from users;
# view formatted otherwise
= nothing
create or replace view v as SELECT  id, /* its name */ NAME
from   users;
# view security invoker 15+
= changed view public.v: options
alter view v set (security_invoker = true);
# view options said to be what they are anyway 15+
= nothing
alter view v set (security_invoker = false, security_barrier = false);
# view check option
= changed view public.v: options
alter view v set (check_option = local);
# view owner
= changed view public.v: owner
alter view v owner to snapshot_app;
# view comment
= changed view public.v: comment
comment on view v is 'x';
# view privileges
= changed view public.v: privileges
grant insert on v to snapshot_app;
# materialized view body
= changed materialized view public.mv: definition
drop materialized view mv; create materialized view mv as select count(*) + 1 c from users;
# materialized view emptied
= changed materialized view public.mv: populated
refresh materialized view mv with no data;
# materialized view dropped
= removed materialized view public.mv
= removed index public.mvi
drop materialized view mv;
# function body
= changed function public.f(integer): body
create or replace function f(a int) returns int language plpgsql as $$ begin return a + 2; end $$;
# function body formatted otherwise
= nothing
create or replace function f(a int) returns int language plpgsql as $$ -- adds
begin
    return a+1; /* one */
end $$;
# white space inside a literal
= changed function public.g(integer,text): body
create or replace function g(a int, b text default 'x') returns setof int language sql as $$ select a union select length(' ') $$;
# function in standard SQL 14+
= added function public.h(integer)
create function h(a int) returns int language sql begin atomic select a + 1; end;
# function volatility
= changed function public.f(integer): volatility
alter function f(int) immutable;
# function security definer
= changed function public.f(integer): security
alter function f(int) security definer;
# function strict
= changed function public.f(integer): strict
alter function f(int) strict;
# function leakproof
= changed function public.f(integer): leakproof
alter function f(int) leakproof;
# function parallel
= changed function public.f(integer): parallel
alter function f(int) parallel safe;
# function cost
= changed function public.f(integer): cost
alter function f(int) cost 7;
# function rows
= changed function public.g(integer,text): rows
alter function g(int, text) rows 7;
# function settings
= changed function public.f(integer): settings
alter function f(int) set search_path = public;
# function default argument
= changed function public.g(integer,text): arguments
create or replace function g(a int, b text default 'y') returns setof int language sql as $$ select a union select 2 $$;
# function result
= changed function public.f(integer): returns
drop function f(int); create function f(a int) returns bigint language plpgsql as $$ begin return a + 1; end $$;
# function language
= changed function public.f(integer): language
create or replace function f(a int) returns int language sql as $$ select a + 1 $$;
# function owner
= changed function public.f(integer): owner
alter function f(int) owner to snapshot_app;
# function grant
= changed function public.f(integer): privileges
revoke execute on function f(int) from public;
# function grant forth and back
= nothing
revoke execute on function f(int) from public; grant execute on function f(int) to public;
# function comment
= changed function public.f(integer): comment
comment on function f(int) is 'ff';
# function overload
= added function public.f(text)
create function f(a text) returns int language sql as $$ select 1 $$;
# window function
= added function public.wf()
create function wf() returns bigint language internal window as 'window_row_number';
# procedure body
= changed procedure public.p(integer): body
create or replace procedure p(a int) language sql as $$ select 2 $$;
# procedure dropped
= removed procedure public.p(integer)
drop procedure p(int);
# aggregate dropped
= removed aggregate public.agg(integer)
drop aggregate agg(int);
# aggregate initial value
= changed aggregate public.agg(integer): initial value
create or replace aggregate agg (int) (sfunc = int4pl, stype = int, initcond = '0');
# aggregate owner
= changed aggregate public.agg(integer): owner
alter aggregate agg(int) owner to snapshot_app;
# trigger dropped
= removed trigger public.users.t1
drop trigger t1 on users;
# trigger timing
= changed trigger public.users.t1: definition
drop trigger t1 on users; create trigger t1 after insert on users for each row execute function trg();
# trigger condition
= changed trigger public.users.t1: definition
drop trigger t1 on users; create trigger t1 before insert on users for each row when (new.age > 1) execute function trg();
# trigger recreated
= nothing
drop trigger t1 on users; create trigger t1 before insert on users for each row execute procedure trg();
# trigger disabled
= changed trigger public.users.t1: enabled
alter table users disable trigger t1;
# trigger always
= changed trigger public.users.t1: enabled
alter table users enable always trigger t1;
# trigger of one partition disabled
= changed trigger public.ev1.tp: enabled
alter table ev1 disable trigger tp;
# trigger comment
= changed trigger public.users.t1: comment
comment on trigger t1 on users is 'x';
# constraint trigger dropped
= removed trigger public.orders.ct
drop trigger ct on orders;
# event trigger disabled
= changed event trigger et: enabled
alter event trigger et disable;
# event trigger dropped
= removed event trigger et
drop event trigger et;
# event trigger tags
= changed event trigger et: tags
drop event trigger et; create event trigger et on ddl_command_end execute function ett();
# rule dropped
= removed rule public.orders.r1
drop rule r1 on orders;
# rule changed
= changed rule public.orders.r1: definition
create or replace rule r1 as on delete to orders do also select 2;
# rule disabled
= changed rule public.orders.r1: enabled
alter table orders disable rule r1;
# policy expression
= changed policy public.users.pol: using
alter policy pol on users using (age > 2);
# policy role
= changed policy public.users.pol: roles
alter policy pol on users to snapshot_app;
# policy check
= changed policy public.users.polw: check
alter policy polw on users with check (age > 2);
# policy command
= changed policy public.users.pol: command
drop policy pol on users; create policy pol on users using (age > 1);
# policy restrictive
= changed policy public.users.pol: permissive
drop policy pol on users; create policy pol on users as restrictive for select using (age > 1);
# policy dropped
= removed policy public.users.pol
drop policy pol on users;
# enum value added
= changed enum type public.mood: labels
alter type mood add value 'c';
# enum value added in between
= changed enum type public.mood: labels
alter type mood add value 'c' before 'b';
# enum value renamed
= changed enum type public.mood: labels
alter type mood rename value 'b' to 'bb';
# enum order
= changed enum type public.mood: labels
alter type mood rename value 'a' to 'z'; alter type mood rename value 'b' to 'a'; alter type mood rename value 'z' to 'b';
# type owner
= changed enum type public.mood: owner
alter type mood owner to snapshot_app;
# type grant
= changed enum type public.mood: privileges
revoke usage on type mood from public;
# type comment
= changed enum type public.mood: comment
comment on type mood is 'x';
# domain default
= changed domain public.posint: default
alter domain posint set default 2;
# domain not null
= changed domain public.posint: nullable
alter domain posint set not null;
# domain dropped
= removed domain public.posint
drop domain posint cascade;
# composite attribute added
= changed composite type public.comp: attributes
= added column public.comp.z
drop table typed; alter type comp add attribute z int;
# composite attribute type
= changed column public.comp.x: type
drop table typed; alter type comp alter attribute x type bigint;
# composite attribute comment
= changed column public.comp.x: comment
comment on column comp.x is 'x';
# composite order
= changed composite type public.comp: attributes
drop table typed; alter type comp drop attribute x; alter type comp add attribute x int;
# range type dropped
= removed range type public.fr
drop type fr;
# range type difference
= changed range type public.fr: subtype difference
drop type fr; create type fr as range (subtype = float8, subtype_diff = float8mi);
# base type changed
= changed base type public.bt: category
drop type bt cascade; create type bt; create function btin(cstring) returns bt language internal immutable strict as 'int4in'; create function btout(bt) returns cstring language internal immutable strict as 'int4out'; create type bt (input = btin, output = btout, like = int4, category = 'N');
# collation dropped
= removed collation public.coll
drop collation coll;
# collation changed
= changed collation public.coll: collate
drop collation coll; create collation coll (locale = 'POSIX');
# conversion default
= changed conversion public.cv: default
drop conversion cv; create default conversion cv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
# conversion dropped
= removed conversion public.cv
drop conversion cv;
# operator dropped
= removed operator public.===(integer,integer)
drop operator === (int, int);
# operator estimator
= changed operator public.===(integer,integer): restrict
alter operator === (int, int) set (restrict = eqsel);
# operator class dropped
= removed operator class public.oc using btree
drop operator class oc using btree;
# operator class owner
= changed operator class public.oc using btree: owner
alter operator class oc using btree owner to snapshot_app;
# operator family extended
= changed operator family public.fam using btree: operators
alter operator family fam using btree add operator 1 < (int4, int8);
# operator family dropped
= removed operator family public.fam using btree
drop operator family fam using btree cascade;
# cast dropped
= removed cast public.comp as text
drop cast (comp as text);
# cast context
= changed cast public.comp as text: context
drop cast (comp as text); create cast (comp as text) with inout as assignment;
# transform dropped
= removed transform integer for plpgsql
drop transform for int language plpgsql;
# access method dropped
= removed access method am2
drop access method am2;
# language dropped
= removed language lang2
drop language lang2;
# language grant
= changed language lang2: privileges
alter language lang2 rename to lang3; create trusted language lang2 handler plpgsql_call_handler; revoke usage on language lang2 from public;
# grant on a language of an extension
= changed extension plpgsql: privileges on members
revoke usage on language plpgsql from public;
# statistics dropped
= removed statistics public.st
drop statistics st;
# statistics kinds
= changed statistics public.st: definition
drop statistics st; create statistics st (ndistinct) on name, email from users;
# statistics target of statistics
= changed statistics public.st: target
alter statistics st set statistics 50;
# text search mapping
= changed text search configuration public.tsc: mappings
alter text search configuration tsc alter mapping for asciiword with simple;
# text search mapping order
= changed text search configuration public.tsc: mappings
alter text search configuration tsc alter mapping for asciiword with simple, tsd;
# text search configuration dropped
= removed text search configuration public.tsc
drop text search configuration tsc;
# text search dictionary options
= changed text search dictionary public.tsd: options
drop text search dictionary tsd cascade; create text search dictionary tsd (template = simple, accept = false);
# text search parser dropped
= removed text search parser public.tsp
drop text search parser tsp cascade;
# text search template dropped
= removed text search template public.tst
drop text search template tst cascade;
# foreign data wrapper options
= changed foreign data wrapper w: options
alter foreign data wrapper w options (set host 'b');
# foreign server options
= changed foreign server srv: options
alter server srv options (set host 'b');
# foreign server version
= changed foreign server srv: version
alter server srv version '2';
# foreign server grant
= changed foreign server srv: privileges
grant usage on foreign server srv to snapshot_app;
# foreign server dropped
= removed foreign server srv
= removed table public.ft
drop server srv cascade;
# foreign table options
= changed table public.ft: foreign options
alter foreign table ft options (set tab 't2');
# foreign column options
= changed column public.ft.a: foreign options
alter foreign table ft alter a options (set col 'a2');
# user mapping password
= changed user mapping snapshot_app on srv: options
alter user mapping for snapshot_app server srv options (set password 'secret2');
# user mapping dropped
= removed user mapping snapshot_app on srv
drop user mapping for snapshot_app server srv;
# publication table
= changed publication pub: tables
alter publication pub drop table users;
# publication operations
= changed publication pub: operations
alter publication pub set (publish = 'insert');
# publication by root
= changed publication pub: via root
alter publication pub set (publish_via_partition_root = true);
# publication row filter 15+
= changed publication pub: tables
alter publication pub set table users, orders where (id > 1);
# publication column list 15+
= changed publication pub: tables
alter publication pub set table users, orders (id);
# publication schema 15+
= changed publication pub: schemas
alter publication pub add tables in schema s2;
# publication generated columns 18+
= changed publication pub: generated columns
alter publication pub set (publish_generated_columns = stored);
# publication of all tables dropped
= removed publication puball
drop publication puball;
# subscription dropped
= removed subscription sub
drop subscription sub;
# subscription connection
= changed subscription sub: connection
update pg_subscription set subconninfo = 'host=h password=secret2' where subname = 'sub';
# subscription options
= changed subscription sub: options
alter subscription sub set (synchronous_commit = local);
# default privileges revoked
= removed default privileges of {user} in public on tables
alter default privileges in schema public revoke select on tables from snapshot_app;
# default privileges widened
= added default privileges of {user} on functions
alter default privileges revoke execute on functions from public;
# default privileges changed
= changed default privileges of {user} in public on tables: privileges
alter default privileges in schema public grant insert on tables to snapshot_app;
# large object created
= changed large object all: count
select lo_create(0);
# large object grant
= changed large object all: digest
grant select on large object 424242 to snapshot_app;
# database setting
= changed database current: settings
do $$ begin execute format('alter database %I set work_mem = ''8MB''', current_database()); end $$;
# database grant
= changed database current: privileges
do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$;
# database comment
= changed database current: comment
do $$ begin execute format('comment on database %I is ''x''', current_database()); end $$;
# database owner
= changed database current: owner
do $$ begin execute format('alter database %I owner to snapshot_app', current_database()); end $$;
# grant on a parameter 15+
= changed database current: privileges on parameters
grant set on parameter log_statement to snapshot_app;
# role leaked
= added role snapshot_new
create role snapshot_new;
# role attribute
= changed role snapshot_app: login
alter role snapshot_app login;
# role limit
= changed role snapshot_app: connection limit
alter role snapshot_app connection limit 3;
# role setting
= changed role snapshot_app: settings
alter role snapshot_app set work_mem = '8MB';
# role setting in the database
= changed role snapshot_app: settings in this database
do $$ begin execute format('alter role snapshot_app in database %I set work_mem = ''8MB''', current_database()); end $$;
# role membership
= changed role snapshot_app: member of
grant snapshot_other to snapshot_app;
# role comment
= changed role snapshot_app: comment
comment on role snapshot_app is 'x';
# role password
= nothing
alter role snapshot_app password 'x';
# session settings
= nothing
set search_path = s2, public; set timezone = 'Asia/Tokyo'; set datestyle = 'ISO, DMY'; set intervalstyle = 'iso_8601'; set quote_all_identifiers = on; set bytea_output = 'escape'; set extra_float_digits = -5;
# session role
= nothing
set role snapshot_app;
# temporary table
= nothing
create temporary table tt (a int primary key);
# everything analyzed
= nothing
analyze;
