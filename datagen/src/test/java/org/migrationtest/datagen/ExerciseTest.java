package org.migrationtest.datagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationtest.datagen.Databases.execute;
import static org.migrationtest.datagen.Databases.query;
import static org.migrationtest.datagen.Databases.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.migrationtest.data.RowKeys;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.SeedRequest;
import org.migrationtest.seed.SeedResult;
import org.migrationtest.seed.TableHints;

final class ExerciseTest {
    private final TestDatabase database = Databases.create();
    private final Connection connection;

    ExerciseTest() throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void rows_of_every_kind_go_in_beside_the_volume() throws SQLException {
        execute(connection, Databases.everyKind());
        Set<TableName> tables = Databases.tables(connection);
        new PostgresSeeder().fill(connection, Databases.volume(tables, 30));
        SeedResult result = new PostgresSeeder().fill(connection, Databases.exercise(tables, 4));
        assertThat(result.unfilled()).isEmpty();
        assertThat(result.rows().values().stream().filter(rows -> rows == 4L)).hasSize(17);
    }

    @Test
    void the_keys_reported_are_those_of_the_rows_added() throws SQLException {
        execute(connection, "create table line (doc text, number integer, note text, primary key (number, doc))");
        execute(connection, "create table log (note text)");
        new PostgresSeeder().fill(connection, Databases.volume(Set.of(table("line")), 5));
        List<String> before = query(connection, "select number || '/' || doc from line");
        SeedResult result =
                new PostgresSeeder().fill(connection, Databases.exercise(Set.of(table("line"), table("log")), 3));
        RowKeys keys = result.keys().getOrDefault(table("line"), RowKeys.none(table("line")));
        assertThat(keys.columns()).containsExactly("number", "doc");
        List<String> added = query(connection, "select number || '/' || doc from line");
        added.removeAll(before);
        assertThat(keys.values().stream().map(key -> String.join("/", key)))
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(added);
        assertThat(result.keys()).containsEntry(table("log"), RowKeys.none(table("log")));
        assertThat(result.rows()).containsEntry(table("log"), 3L);
    }

    @Test
    void rows_reach_what_the_schema_allows() throws SQLException {
        execute(connection, "create type mood as enum ('sad', 'ok', 'happy')");
        execute(
                connection,
                "create table edge (id serial primary key, a_small smallint, an_amount numeric(6, 2) not null,"
                        + " a_text varchar(40), a_note text, a_mood mood not null, a_day date, a_checked integer check (a_checked < 8))");
        new PostgresSeeder().fill(connection, Databases.exercise(Set.of(table("edge")), 5));
        assertThat(query(
                        connection,
                        "select num_nulls(a_small, a_text, a_note, a_day, a_checked) from edge order by id limit 1"))
                .containsExactly("5");
        assertThat(query(connection, "select max(a_small) || ' ' || min(a_small) from edge"))
                .containsExactly("32767 -32768");
        assertThat(query(connection, "select max(an_amount) || ' ' || min(an_amount) from edge"))
                .containsExactly("9999.99 -9999.99");
        assertThat(query(connection, "select max(length(a_text)) || ' ' || max(length(a_note)) from edge"))
                .containsExactly("40 2000");
        assertThat(query(connection, "select count(distinct a_mood) from edge")).containsExactly("3");
        assertThat(query(connection, "select max(a_day) || ' ' || min(a_day) from edge"))
                .containsExactly("9999-12-31 0001-01-01");
        assertThat(query(connection, "select max(a_checked) from edge")).containsExactly("7");
        assertThat(query(connection, "select count(*) from edge where octet_length(a_note) > length(a_note)"))
                .isNotEqualTo(List.of("0"));
    }

    @Test
    void three_rows_reach_the_most_telling_extremes_of_nullable_columns() throws SQLException {
        execute(connection, "create type mood as enum ('sad', 'ok', 'happy', 'new')");
        execute(
                connection,
                "create table edge (id serial primary key, note text, license text not null, amount bigint, a_mood mood)");
        new PostgresSeeder().fill(connection, Databases.exercise(Set.of(table("edge")), 3));
        assertThat(query(connection, "select concat_ws(' ', length(note), amount, a_mood) from edge where id = 2"))
                .containsExactly("2000 9223372036854775807 new");
        assertThat(query(connection, "select max(length(license)) from edge")).containsExactly("2000");
    }

    @Test
    void unique_numbers_are_as_large_as_they_may_be_but_those_of_a_sequence_are_not() throws SQLException {
        execute(
                connection,
                "create table repository (id serial primary key, repo_id bigint not null unique, rank smallint unique,"
                        + " seen date unique)");
        Set<TableName> tables = Set.of(table("repository"));
        new PostgresSeeder().fill(connection, Databases.volume(tables, 10));
        new PostgresSeeder().fill(connection, Databases.exercise(tables, 3));
        assertThat(query(connection, "select repo_id from repository order by id offset 10"))
                .containsExactly("9223372036854775807", "9223372036854775806", "9223372036854775805");
        assertThat(query(connection, "select max(rank) || ' ' || max(seen) from repository"))
                .singleElement()
                .asString()
                .startsWith("3276")
                .contains(" 9999-12-");
        assertThat(query(connection, "select max(id) from repository")).containsExactly("13");
    }

    @Test
    void after_the_largest_numbers_are_taken_rows_go_in_as_before() throws SQLException {
        execute(connection, "create table repository (repo_id bigint primary key)");
        Set<TableName> tables = Set.of(table("repository"));
        new PostgresSeeder().fill(connection, Databases.volume(tables, 10));
        new PostgresSeeder().fill(connection, Databases.exercise(tables, 3));
        SeedResult extreme = new PostgresSeeder().fill(connection, Databases.exercise(tables, 3));
        SeedResult usual = new PostgresSeeder().fill(connection, Databases.volume(tables, 2000));
        assertThat(extreme.rows()).containsEntry(table("repository"), 3L);
        assertThat(usual.rows()).containsEntry(table("repository"), 2000L);
        assertThat(query(connection, "select count(*) from repository where repo_id > 9223372036854775000"))
                .containsExactly("6");
    }

    @Test
    void where_an_extreme_row_is_refused_an_ordinary_one_goes_in() throws SQLException {
        execute(
                connection,
                "create table bill (id integer primary key, price integer not null, quantity integer not null,"
                        + " total integer generated always as (price * quantity) stored)");
        SeedResult result = new PostgresSeeder().fill(connection, Databases.exercise(Set.of(table("bill")), 4));
        assertThat(result.rows()).containsEntry(table("bill"), 4L);
        assertThat(result.unfilled()).isEmpty();
    }

    @Test
    void triggers_see_exercised_rows_and_not_the_volume() throws SQLException {
        execute(connection, "create table seen (id integer)");
        execute(connection, "create table watched (id integer primary key)");
        execute(
                connection,
                "create function note() returns trigger language plpgsql as $$"
                        + " begin insert into seen values (new.id); return new; end $$");
        execute(connection, "create trigger watch after insert on watched for each row execute function note()");
        new PostgresSeeder().fill(connection, Databases.volume(Set.of(table("watched")), 10));
        assertThat(query(connection, "select count(*) from seen")).containsExactly("0");
        new PostgresSeeder().fill(connection, Databases.exercise(Set.of(table("watched")), 3));
        assertThat(query(connection, "select id from seen order by id")).hasSize(3);
    }

    @Test
    void the_next_migration_of_the_transaction_can_alter_a_table_with_deferred_keys() throws SQLException {
        execute(connection, "create table parent (id serial primary key)");
        execute(
                connection,
                "create table child (id serial primary key,"
                        + " parent_id integer not null references parent deferrable initially deferred)");
        Set<TableName> tables = Set.of(table("parent"), table("child"));
        new PostgresSeeder().fill(connection, Databases.volume(tables, 10));
        SeedResult result = new PostgresSeeder().fill(connection, Databases.exercise(tables, 3));
        assertThat(result.rows()).containsEntry(table("child"), 3L);
        execute(connection, "alter table child add column note text");
        execute(connection, "alter table parent add column note text");
    }

    @Test
    void rows_that_collide_are_written_to_changed_tables_only_and_their_keys_are_reported() throws SQLException {
        String columns = " (id integer primary key, team integer, who integer, unique (team, who))";
        execute(connection, "create table changed" + columns + "; create table parent" + columns);
        Set<TableName> tables = Set.of(table("changed"), table("parent"));
        SeedRequest plain = Databases.exercise(tables, 3);
        SeedResult result = new PostgresSeeder()
                .fill(
                        connection,
                        new SeedRequest(
                                tables,
                                plain.rowsPerTable(),
                                plain.seed(),
                                plain.purpose(),
                                Map.of(table("changed"), TableHints.NONE.withChanged(true))));
        assertThat(result.rows()).containsEntry(table("parent"), 3L).containsEntry(table("changed"), 5L);
        assertThat(query(connection, "select id from changed order by id"))
                .containsExactlyInAnyOrderElementsOf(
                        result.keys().getOrDefault(table("changed"), RowKeys.none(table("changed"))).values().stream()
                                .flatMap(List::stream)
                                .toList());
        assertThat(query(
                        connection, "select count(*) from changed a join changed b on a.team = b.team and a.id < b.id"))
                .containsExactly("1");
        assertThat(query(connection, "select count(*) from changed a join changed b on a.who = b.who and a.id < b.id"))
                .containsExactly("1");
    }

    @Test
    void a_table_that_has_one_row_gets_no_other() throws SQLException {
        execute(connection, "create table site (name text); create unique index on site ((true))");
        Set<TableName> tables = Set.of(table("site"));
        SeedResult result = new PostgresSeeder()
                .fill(
                        connection,
                        new SeedRequest(
                                tables,
                                3,
                                42,
                                SeedRequest.Purpose.EXERCISE,
                                Map.of(table("site"), TableHints.NONE.withChanged(true))));
        assertThat(result.rows()).containsEntry(table("site"), 1L);
    }

    @Test
    void a_row_with_wanted_values_is_written_once_and_only_if_it_may_be() throws SQLException {
        execute(connection, "create table account (id serial primary key, kind text, level integer check (level < 9))");
        SeedRequest wanted = new SeedRequest(
                Set.of(table("account")),
                0,
                42,
                SeedRequest.Purpose.HINTED,
                Map.of(
                        table("account"),
                        TableHints.NONE.withRows(List.of(
                                Map.of("kind", Optional.of("legacy"), "level", Optional.empty()),
                                Map.of("kind", Optional.of("other"), "level", Optional.of("12")),
                                Map.of("nothing", Optional.of("here")),
                                Map.of("level", Optional.of("many"))))));
        new PostgresSeeder().fill(connection, wanted);
        SeedResult again = new PostgresSeeder().fill(connection, wanted);
        assertThat(query(connection, "select concat_ws(' ', kind, level < 9) from account order by id"))
                .containsExactly("legacy", "other t");
        assertThat(again.rows()).containsEntry(table("account"), 0L);
        assertThat(again.unfilled()).isEmpty();
    }
}
