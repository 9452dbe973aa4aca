package org.migrationtest.datagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationtest.datagen.Databases.execute;
import static org.migrationtest.datagen.Databases.query;
import static org.migrationtest.datagen.Databases.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.seed.SeedResult;

final class TriggerTest {
    private final TestDatabase database = Databases.create();
    private final Connection connection;

    TriggerTest() throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void what_a_trigger_always_sets_is_set_in_every_row() throws SQLException {
        execute(connection, "create table post (id serial primary key, title text, slug text)");
        function("new.slug := lower(new.title || 'x'); new.slug := coalesce(new.slug, 'none'); return new;");
        trigger("before insert or update on post");
        SeedResult result = fill(100);
        assertThat(result.rows()).containsEntry(table("post"), 100L);
        assertThat(query(connection, "select count(*) from post where slug is null"))
                .containsExactly("0");
        assertThat(query(connection, "select current_setting('session_replication_role')"))
                .containsExactly("origin");
    }

    @Test
    void a_trigger_of_a_partition_sees_the_rows_of_the_root() throws SQLException {
        execute(connection, "create table post (id integer not null, slug text) partition by hash (id)");
        execute(connection, "create table post_all partition of post for values with (modulus 1, remainder 0)");
        function("new.slug := 'set'; return new;");
        trigger("before insert on post_all");
        fill(20);
        assertThat(query(connection, "select distinct slug from post")).containsExactly("set");
    }

    @Test
    void triggers_that_do_not_shape_new_rows_are_silent() throws SQLException {
        execute(connection, "create table seen (id integer)");
        execute(connection, "create table post (id serial primary key, slug text)");
        function("insert into seen values (1); return new;");
        trigger("after insert on post");
        execute(connection, "create trigger changed before update on post for each row execute function act()");
        execute(connection, "create trigger off before insert on post for each row execute function act()");
        execute(connection, "alter table post disable trigger off");
        fill(20);
        assertThat(query(connection, "select count(*) from seen")).containsExactly("0");
    }

    @Test
    void a_trigger_that_takes_every_row_away_is_reported() throws SQLException {
        execute(connection, "create table post (id serial primary key, slug text)");
        function("return null;");
        trigger("before insert on post");
        assertThat(fill(20).unfilled()).singleElement().satisfies(unfilled -> assertThat(unfilled.reason())
                .endsWith("a trigger or rule took the row away without an error"));
    }

    private SeedResult fill(long rows) throws SQLException {
        return new PostgresSeeder().fill(connection, Databases.volume(Set.of(table("post")), rows));
    }

    private void function(String body) throws SQLException {
        execute(connection, "create function act() returns trigger language plpgsql as $$ begin " + body + " end $$");
    }

    private void trigger(String event) throws SQLException {
        execute(connection, "create trigger act " + event + " for each row execute function act()");
    }
}
