package org.migrationtest.datagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationtest.datagen.Databases.execute;
import static org.migrationtest.datagen.Databases.query;
import static org.migrationtest.datagen.Databases.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.seed.SeedResult;
import org.migrationtest.seed.Seeder;

final class TransactionTest {
    private static final String SHOP =
            "create table shop (id serial primary key, name text not null, city text check (city <> ''))";

    private final TestDatabase database = Databases.create();
    private final Connection connection;

    TransactionTest() throws SQLException {
        connection = database.connect();
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void the_service_loader_finds_it() {
        assertThat(ServiceLoader.load(Seeder.class)).singleElement().satisfies(seeder -> assertThat(seeder.engine())
                .isEqualTo("postgres"));
    }

    @Test
    void tables_that_are_not_committed_yet_are_filled_and_go_with_the_transaction() throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, SHOP);
        SeedResult result = new PostgresSeeder().fill(connection, Databases.volume(Set.of(table("shop")), 10));
        assertThat(result.rows()).containsEntry(table("shop"), 10L);
        connection.rollback();
        assertThat(query(connection, "select to_regclass('shop')")).containsExactly("null");
    }

    @Test
    void outside_a_transaction_the_rows_are_committed_and_the_mode_is_kept() throws SQLException {
        execute(connection, SHOP);
        new PostgresSeeder().fill(connection, Databases.volume(Set.of(table("shop")), 10));
        assertThat(connection.getAutoCommit()).isTrue();
        try (Connection other = database.connect()) {
            assertThat(query(other, "select count(*) from shop")).containsExactly("10");
        }
    }

    @Test
    void session_settings_are_left_as_they_were() throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, SHOP);
        execute(connection, "set search_path = pg_catalog, public");
        String settings = "select string_agg(name || '=' || setting, ',' order by name) from pg_settings";
        var before = query(connection, settings);
        new PostgresSeeder().fill(connection, Databases.volume(Set.of(table("shop")), 10));
        new PostgresSeeder().fill(connection, Databases.exercise(Set.of(table("shop")), 3));
        assertThat(query(connection, settings)).isEqualTo(before);
    }

    @Test
    void a_user_who_may_not_silence_triggers_fills_all_the_same() throws SQLException {
        String role = database.name() + "_plain";
        connection.setAutoCommit(false);
        execute(connection, "create role " + role);
        execute(connection, "grant create on schema public to " + role);
        execute(connection, "set local role " + role);
        execute(connection, SHOP);
        execute(connection, "create table sale (id serial primary key, shop_id integer not null references shop)");
        SeedResult result =
                new PostgresSeeder().fill(connection, Databases.volume(Set.of(table("shop"), table("sale")), 10));
        assertThat(result.unfilled()).isEmpty();
        assertThat(result.rows()).containsEntry(table("sale"), 10L);
        connection.rollback();
    }

    @Test
    void asking_for_no_rows_adds_none() throws SQLException {
        execute(connection, SHOP);
        SeedResult result = new PostgresSeeder().fill(connection, Databases.volume(Set.of(table("shop")), 0));
        assertThat(result.rows()).containsEntry(table("shop"), 0L);
        assertThat(result.unfilled()).isEmpty();
    }
}
