package org.migrationtest.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationtest.lock.HeldLock;

final class PostgresSessionReaderTest extends ShopTest {
    private final PostgresSessionReader sessions = new PostgresSessionReader();
    private final Map<Long, String> names = new HashMap<>();
    private Connection observer;

    @BeforeEach
    void observe() throws SQLException {
        observer = shop.database.connect();
        shop.run(
                "CREATE TABLE shop.orders (id integer PRIMARY KEY, note text)",
                "INSERT INTO shop.orders VALUES (1, 'x')",
                "CREATE TYPE shop.mood AS ENUM ('sad')",
                "CREATE FUNCTION shop.one() RETURNS integer LANGUAGE sql AS 'SELECT 1'");
        shop.connection.setAutoCommit(false);
    }

    @AfterEach
    void leave() throws SQLException {
        observer.close();
    }

    private List<HeldLock> locks() throws SQLException {
        return sessions.locks(observer, sessions.session(shop.connection), names);
    }

    private void learnNames() throws SQLException {
        names.putAll(sessions.objectNames(shop.connection));
    }

    @Test
    void a_session_is_known_by_its_backend() throws SQLException {
        assertThat(shop.texts("SELECT pg_backend_pid()"))
                .containsExactly(String.valueOf(sessions.session(shop.connection)));
    }

    @Test
    void the_locks_of_a_statement_are_seen_with_kind_name_and_mode() throws SQLException {
        shop.run("ALTER TABLE shop.orders ADD CHECK (id > 0)");

        assertThat(locks())
                .contains(new HeldLock("relation", "table shop.orders", "AccessExclusiveLock"))
                .noneMatch(lock -> lock.object().contains("pg_catalog"));
        shop.connection.rollback();
        assertThat(locks()).allMatch(lock -> lock.kind().equals("virtualxid"));
    }

    @Test
    void what_the_observer_holds_is_not_among_them() throws SQLException {
        observer.setAutoCommit(false);
        try (var statement = observer.createStatement()) {
            statement.execute("LOCK TABLE shop.orders IN SHARE MODE");
        }

        assertThat(locks()).noneMatch(lock -> lock.kind().equals("relation"));
        observer.rollback();
    }

    @Test
    void dropped_objects_keep_their_names() throws SQLException {
        shop.run("DROP TABLE shop.orders", "DROP TYPE shop.mood", "DROP FUNCTION shop.one()");

        assertThat(locks())
                .contains(
                        new HeldLock("relation", "table shop.orders", "AccessExclusiveLock"),
                        new HeldLock("relation", "index shop.orders_pkey on shop.orders", "AccessExclusiveLock"),
                        new HeldLock("relation", "toast table of shop.orders", "AccessExclusiveLock"),
                        new HeldLock("object", "function shop.one()", "AccessExclusiveLock"));
    }

    @Test
    void new_objects_and_renamed_ones_have_the_name_that_was_learnt() throws SQLException {
        shop.run(
                "CREATE TABLE shop.fresh (id integer)",
                "CREATE TEMPORARY TABLE aside (v text PRIMARY KEY)",
                "ALTER TABLE shop.orders RENAME TO purchases",
                "CREATE SCHEMA annex",
                "CREATE TABLE annex.t ()",
                "DROP FUNCTION shop.one()");
        assertThat(locks()).anyMatch(lock -> lock.object().matches("relation \\d+"));

        learnNames();

        assertThat(locks())
                .contains(
                        new HeldLock("relation", "table shop.fresh", "AccessExclusiveLock"),
                        new HeldLock("relation", "table shop.purchases", "AccessExclusiveLock"))
                .noneMatch(lock -> lock.object().matches("(relation|pg_type|pg_namespace) \\d+"))
                .noneMatch(lock -> lock.object().contains("aside"));
    }

    @Test
    void names_that_were_learnt_before_are_kept_for_what_is_dropped() throws SQLException {
        shop.run("CREATE TABLE shop.brief (id integer)");
        learnNames();
        shop.run("DROP TABLE shop.brief");
        learnNames();

        assertThat(locks()).contains(new HeldLock("relation", "table shop.brief", "AccessExclusiveLock"));
    }

    @Test
    void advisory_locks_show_their_keys_and_rows_their_transaction() throws SQLException {
        shop.run(
                "SELECT pg_advisory_xact_lock(5000000000)",
                "SELECT pg_advisory_xact_lock(1, -2)",
                "UPDATE shop.orders SET note = 'y'");

        assertThat(locks())
                .contains(
                        new HeldLock("advisory", "advisory lock 5000000000", "ExclusiveLock"),
                        new HeldLock("advisory", "advisory lock (1, -2)", "ExclusiveLock"),
                        new HeldLock("relation", "table shop.orders", "RowExclusiveLock"))
                .anyMatch(lock -> lock.kind().equals("transactionid")
                        && lock.object().matches("transaction \\d+")
                        && lock.mode().equals("ExclusiveLock"))
                .anyMatch(lock -> lock.kind().equals("virtualxid"));
    }

    @Test
    void of_another_database_s_locks_the_numbers_are_told() throws SQLException {
        shop.run("LOCK TABLE shop.orders");

        try (Shop elsewhere = Shop.on(version)) {
            assertThat(sessions.locks(elsewhere.connection, sessions.session(shop.connection), Map.of()))
                    .anyMatch(lock -> lock.object().matches("relation \\d+")
                            && lock.mode().equals("AccessExclusiveLock"));
        }
    }
}
