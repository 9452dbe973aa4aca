package org.migrationtest.datagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationtest.datagen.Databases.execute;
import static org.migrationtest.datagen.Databases.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.SeedResult;
import org.migrationtest.seed.SeedResult.Unfilled;

final class UnfillableTest {
    private final TestDatabase database = Databases.create();
    private Connection connection;

    UnfillableTest() throws SQLException {
        connection = database.connect();
    }

    @BeforeEach
    void begin() throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, "create table ordinary (id integer primary key, name text)");
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void a_check_that_nothing_meets_is_named_with_what_was_tried() throws SQLException {
        execute(connection, "create table strict (a integer not null constraint never check (a * 0 = 1))");
        Unfilled unfilled = fillAllBut("strict");
        assertThat(unfilled.constraint()).isEqualTo("\"never\" CHECK (((a * 0) = 1))");
        assertThat(unfilled.reason())
                .startsWith("the server accepted none of ")
                .contains("candidates, of which the first was [a] = [");
    }

    @Test
    void checks_that_contradict_each_other_are_named() throws SQLException {
        execute(connection, "create table strict (a integer not null check (a > 10) check (a < 5))");
        assertThat(fillAllBut("strict").constraint()).isEqualTo("the CHECKs on column \"a\"");
    }

    @Test
    void a_reference_to_an_empty_table_that_was_not_named_is_reported() throws SQLException {
        execute(connection, "create table parent (id integer primary key)");
        execute(connection, "create table child (parent_id integer not null constraint owner references parent)");
        SeedResult result =
                new PostgresSeeder().fill(connection, Databases.volume(Set.of(Databases.table("child")), 5));
        assertThat(result.unfilled())
                .containsExactly(new Unfilled(
                        Databases.table("child"),
                        "owner FOREIGN KEY (parent_id) REFERENCES parent(id)",
                        "public.parent has no rows to refer to"));
        assertThat(query(connection, "select count(*) from parent")).containsExactly("0");
    }

    @Test
    void an_optional_reference_to_an_empty_table_is_null() throws SQLException {
        execute(connection, "create table parent (id integer primary key)");
        execute(connection, "create table child (id integer primary key, parent_id integer references parent)");
        SeedResult result =
                new PostgresSeeder().fill(connection, Databases.volume(Set.of(Databases.table("child")), 5));
        assertThat(result.unfilled()).isEmpty();
        assertThat(query(connection, "select count(*) from child where parent_id is null"))
                .containsExactly("5");
    }

    @Test
    void a_cycle_that_nothing_can_begin_is_reported() throws SQLException {
        execute(connection, "create table hen (id integer primary key, egg_id integer not null)");
        execute(connection, "create table egg (id integer primary key, hen_id integer not null references hen)");
        execute(connection, "alter table hen add constraint hatched_from foreign key (egg_id) references egg");
        SeedResult result = fill();
        assertThat(result.unfilled())
                .extracting(unfilled -> unfilled.table().name())
                .containsExactlyInAnyOrder("hen", "egg");
        assertThat(result.rows()).containsEntry(Databases.table("ordinary"), 20L);
    }

    @Test
    void a_type_of_which_nothing_is_known_is_named() throws SQLException {
        execute(connection, "create table strange (snapshot pg_snapshot not null)");
        Unfilled unfilled = fillAllBut("strange");
        assertThat(unfilled.constraint()).isEqualTo("column \"snapshot\" pg_snapshot NOT NULL");
        assertThat(unfilled.reason()).startsWith("no values are known for type pg_snapshot");
    }

    @Test
    void a_trigger_that_refuses_every_row_is_named() throws SQLException {
        execute(
                connection,
                "create function refuse() returns trigger language plpgsql as $$"
                        + " begin raise exception 'read only'; end $$");
        execute(connection, "create table guarded (id integer primary key)");
        execute(connection, "create trigger guard before insert on guarded for each row execute function refuse()");
        SeedResult result =
                new PostgresSeeder().fill(connection, Databases.exercise(Set.of(Databases.table("guarded")), 3));
        assertThat(result.unfilled()).singleElement().satisfies(unfilled -> {
            assertThat(unfilled.constraint()).contains("refuse()");
            assertThat(unfilled.reason()).endsWith("read only");
        });
    }

    @Test
    void a_value_taken_in_another_table_is_not_taken_for_a_full_table() throws SQLException {
        execute(connection, "create table audit (what text constraint once unique)");
        execute(connection, "insert into audit values ('row')");
        execute(
                connection,
                "create function audit() returns trigger language plpgsql as $$"
                        + " begin insert into audit values ('row'); return new; end $$");
        execute(connection, "create table audited (id integer primary key)");
        execute(connection, "insert into audited values (1)");
        execute(connection, "create trigger audit after insert on audited for each row execute function audit()");
        SeedResult result =
                new PostgresSeeder().fill(connection, Databases.exercise(Set.of(Databases.table("audited")), 3));
        assertThat(result.unfilled()).singleElement().satisfies(unfilled -> {
            assertThat(unfilled.constraint()).isEqualTo("\"once\"");
            assertThat(unfilled.reason()).contains("duplicate key value violates unique constraint \"once\"");
        });
    }

    @Test
    void a_view_is_no_table_to_fill() throws SQLException {
        execute(connection, "create view shown as select * from ordinary");
        SeedResult result =
                new PostgresSeeder().fill(connection, Databases.volume(Set.of(Databases.table("shown")), 5));
        assertThat(result.unfilled()).singleElement().satisfies(unfilled -> assertThat(unfilled.constraint())
                .isEqualTo("relation kind 'v'"));
    }

    private Unfilled fillAllBut(String table) throws SQLException {
        SeedResult result = fill();
        assertThat(result.rows()).containsEntry(Databases.table("ordinary"), 20L);
        assertThat(query(connection, "select count(*) from ordinary")).containsExactly("20");
        assertThat(result.unfilled()).singleElement().satisfies(unfilled -> assertThat(unfilled.table())
                .isEqualTo(Databases.table(table)));
        return result.unfilled().get(0);
    }

    private SeedResult fill() throws SQLException {
        Set<TableName> tables = new TreeSet<>(Databases.tables(connection));
        return new PostgresSeeder().fill(connection, Databases.volume(tables, 20));
    }
}
