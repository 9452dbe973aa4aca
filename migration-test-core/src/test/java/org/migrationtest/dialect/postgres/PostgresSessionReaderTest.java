package org.migrationtest.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
    private Shop elsewhere;
    private Connection observer;

    @BeforeEach
    void observe() throws SQLException {
        elsewhere = Shop.on(version);
        observer = elsewhere.connection;
        shop.run(
                "CREATE TABLE shop.orders (id integer PRIMARY KEY CONSTRAINT positive CHECK (id > 0), note text)",
                "INSERT INTO shop.orders VALUES (1, 'x')",
                "CREATE TYPE shop.mood AS ENUM ('sad')",
                "CREATE FUNCTION shop.one() RETURNS integer LANGUAGE sql AS 'SELECT 1'");
        names.putAll(sessions.objectNames(shop.connection));
        shop.connection.setAutoCommit(false);
    }

    @AfterEach
    void leave() throws SQLException {
        elsewhere.close();
    }

    private List<HeldLock> locks() throws SQLException {
        return sessions.locks(observer, shop.connection, names);
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
    void what_others_hold_is_not_among_them() throws SQLException {
        try (Connection other = shop.database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE shop.orders IN SHARE MODE");

            assertThat(locks()).noneMatch(lock -> lock.kind().equals("relation"));
            other.rollback();
        }
    }

    @Test
    void dropped_objects_keep_their_names() throws SQLException {
        shop.run(
                "ALTER TABLE shop.orders DROP CONSTRAINT positive",
                "DROP TABLE shop.orders",
                "DROP TYPE shop.mood",
                "DROP FUNCTION shop.one()");

        assertThat(locks())
                .contains(
                        new HeldLock("relation", "table shop.orders", "AccessExclusiveLock"),
                        new HeldLock("relation", "index shop.orders_pkey on shop.orders", "AccessExclusiveLock"),
                        new HeldLock("relation", "toast table of shop.orders", "AccessExclusiveLock"),
                        new HeldLock("object", "constraint positive on shop.orders", "AccessExclusiveLock"),
                        new HeldLock("object", "function shop.one()", "AccessExclusiveLock"));
    }

    @Test
    void new_objects_are_asked_for_by_the_session_that_made_them() throws SQLException {
        shop.run(
                "CREATE TABLE shop.fresh (id integer)",
                "CREATE TEMPORARY TABLE aside (v text PRIMARY KEY)",
                "CREATE SCHEMA annex",
                "CREATE TABLE annex.t ()",
                "DROP FUNCTION shop.one()");

        assertThat(locks())
                .contains(
                        new HeldLock("relation", "table shop.fresh", "AccessExclusiveLock"),
                        new HeldLock("relation", "table annex.t", "AccessExclusiveLock"),
                        new HeldLock("object", "schema annex", "AccessShareLock"))
                .noneMatch(lock -> lock.object().matches("(relation|pg_type|pg_namespace) \\d+"))
                .noneMatch(lock -> lock.object().contains("aside"));
    }

    @Test
    void what_was_made_and_dropped_again_keeps_the_name_it_was_seen_with() throws SQLException {
        shop.run("CREATE TABLE shop.brief (id integer)");
        locks();
        shop.run("DROP TABLE shop.brief");

        assertThat(locks()).contains(new HeldLock("relation", "table shop.brief", "AccessExclusiveLock"));
    }

    @Test
    void what_no_name_was_ever_seen_of_has_its_number() throws SQLException {
        shop.run("CREATE TABLE shop.brief (id integer)", "DROP TABLE shop.brief");

        assertThat(locks())
                .anyMatch(lock ->
                        lock.object().matches("relation \\d+") && lock.mode().equals("AccessExclusiveLock"));
    }

    @Test
    void what_every_database_has_is_named_by_the_observer() throws SQLException {
        shop.run("CREATE TABLE t ()", "LOCK TABLE pg_catalog.pg_am IN SHARE MODE");

        assertThat(locks())
                .contains(
                        new HeldLock("relation", "table pg_catalog.pg_am", "ShareLock"),
                        new HeldLock("object", "schema public", "AccessShareLock"));
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
}
