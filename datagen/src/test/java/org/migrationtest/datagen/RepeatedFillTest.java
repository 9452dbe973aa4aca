package org.migrationtest.datagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationtest.datagen.Databases.execute;
import static org.migrationtest.datagen.Databases.query;
import static org.migrationtest.datagen.Databases.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.SeedRequest;
import org.migrationtest.seed.SeedRequest.Purpose;
import org.migrationtest.seed.SeedResult;

final class RepeatedFillTest {
    @Test
    void the_same_seed_gives_the_same_rows_in_another_database() throws SQLException {
        assertThat(contents(42)).isEqualTo(contents(42));
    }

    @Test
    void another_seed_gives_other_rows() throws SQLException {
        Map<TableName, String> one = contents(42);
        Map<TableName, String> other = contents(7);
        assertThat(other.get(table("every_type"))).isNotEqualTo(one.get(table("every_type")));
        assertThat(other.get(table("task"))).isNotEqualTo(one.get(table("task")));
    }

    @Test
    void rows_are_added_to_those_that_are_there() throws SQLException {
        try (TestDatabase database = Databases.create();
                Connection connection = database.connect()) {
            execute(connection, Databases.everyKind());
            Set<TableName> tables = Databases.tables(connection);
            new PostgresSeeder().fill(connection, Databases.volume(tables, 50));
            SeedResult again = new PostgresSeeder().fill(connection, Databases.volume(tables, 50));
            assertThat(again.unfilled()).isEmpty();
            assertThat(again.rows())
                    .containsEntry(table("every_type"), 50L)
                    .containsEntry(table("customer"), 50L)
                    .containsEntry(table("passport"), 50L)
                    .containsEntry(table("booking"), 50L)
                    .containsEntry(table("settings"), 0L)
                    .containsEntry(table("switch"), 0L);
            assertThat(query(connection, "select max(id) from customer")).containsExactly("100");
            assertThat(query(connection, "select count(*) from every_type")).containsExactly("100");
        }
    }

    @Test
    void keys_that_were_written_around_the_sequence_are_not_met() throws SQLException {
        try (TestDatabase database = Databases.create();
                Connection connection = database.connect()) {
            execute(connection, "create table plan (id serial primary key, name text unique)");
            execute(connection, "insert into plan values (1, 'free'), (2, 'paid'), (500, 'old')");
            new PostgresSeeder().fill(connection, Databases.volume(Set.of(table("plan")), 10));
            assertThat(query(connection, "select id from plan order by id"))
                    .containsExactly(
                            "1", "2", "500", "501", "502", "503", "504", "505", "506", "507", "508", "509", "510");
            execute(connection, "insert into plan (name) values ('by the application')");
            assertThat(query(connection, "select max(id) from plan")).containsExactly("511");
        }
    }

    private static Map<TableName, String> contents(long seed) throws SQLException {
        try (TestDatabase database = Databases.create();
                Connection connection = database.connect()) {
            execute(connection, Databases.everyKind());
            Set<TableName> tables = Databases.tables(connection);
            new PostgresSeeder().fill(connection, new SeedRequest(tables, 60, seed, Purpose.VOLUME));
            Map<TableName, String> contents = new TreeMap<>();
            for (TableName table : tables) {
                String sql = "select md5(string_agg(t::text, '/' order by t::text)) from \"" + table.name() + "\" t";
                contents.put(table, query(connection, sql).get(0));
            }
            return contents;
        }
    }
}
