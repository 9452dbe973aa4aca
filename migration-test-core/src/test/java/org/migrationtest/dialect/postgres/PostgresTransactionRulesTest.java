package org.migrationtest.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationtest.database.TransactionRules;

final class PostgresTransactionRulesTest extends ShopTest {
    private final TransactionRules rules = new PostgresDialect().transactionRules();

    @BeforeEach
    void create() throws SQLException {
        shop.run(
                "CREATE TABLE shop.t (id integer PRIMARY KEY, v text)",
                "CREATE INDEX t_v ON shop.t (v)",
                "CREATE TABLE shop.p (id integer) PARTITION BY LIST (id)",
                "CREATE TABLE shop.p1 PARTITION OF shop.p FOR VALUES IN (1)",
                "CREATE INDEX p_id ON shop.p (id)",
                "CREATE TYPE shop.mood AS ENUM ('sad')",
                "CREATE PROCEDURE shop.commits() LANGUAGE plpgsql AS 'BEGIN COMMIT; END'");
    }

    /** The server says so itself: each of these is refused inside a transaction block. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX CONCURRENTLY ON shop.t (v)",
                "create unique index concurrently if not exists x on shop.t (v)",
                "/* a */ CREATE -- b\n INDEX CONCURRENTLY x ON shop.t (v)",
                "DROP INDEX CONCURRENTLY IF EXISTS shop.t_v",
                "REINDEX INDEX CONCURRENTLY shop.t_v",
                "REINDEX TABLE CONCURRENTLY shop.t",
                "REINDEX SCHEMA shop",
                "VACUUM",
                "vacuum (full) shop.t",
                "CREATE DATABASE other",
                "DROP DATABASE other",
                "CREATE TABLESPACE t LOCATION '/nowhere'",
                "DROP TABLESPACE t",
                "ALTER SYSTEM SET work_mem = '8MB'",
                "ALTER DATABASE postgres SET TABLESPACE t",
                "DROP SUBSCRIPTION none",
                "CLUSTER",
                "CLUSTER VERBOSE",
                "DISCARD ALL",
                "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE",
                "SELECT 1; CREATE INDEX CONCURRENTLY x ON shop.t (v)"
            })
    void what_cannot_run_in_a_transaction_is_told_before_and_by_its_error(String sql) throws SQLException {
        shop.connection.setAutoCommit(false);
        shop.run("SELECT 1");

        assertThat(rules.needsOwnTransaction(sql)).isTrue();
        SQLException refusal = catchThrowableOfType(SQLException.class, () -> shop.run(sql));
        if (!sql.startsWith("DROP SUBSCRIPTION")) {
            assertThat(refusal.getSQLState()).isEqualTo("25001");
            assertThat(rules.blamesTransaction(refusal)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN",
                "begin isolation level serializable",
                "START TRANSACTION",
                "COMMIT",
                "-- done\nCOMMIT AND CHAIN",
                "END",
                "ROLLBACK",
                "ABORT",
                "ROLLBACK WORK",
                "PREPARE TRANSACTION 'x'",
                "COMMIT PREPARED 'x'",
                "ROLLBACK PREPARED 'x'",
                "BEGIN; CREATE TABLE x (); COMMIT;",
                "CREATE TABLE x (); COMMIT",
                "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p",
                "ALTER TABLE shop.p DETACH PARTITION shop.p1 CONCURRENTLY",
                "REINDEX (CONCURRENTLY) TABLE shop.t",
                "CREATE TEMP TABLE x (id integer) ON COMMIT DROP",
                "CREATE TEMPORARY TABLE x ON COMMIT DELETE ROWS AS SELECT 1",
                "ALTER ROLE postgres IN DATABASE shop SET search_path = shop",
                "ALTER DATABASE shop RESET timezone",
                "SET LOCAL search_path = shop",
                "SELECT pg_catalog.set_config('search_path', 'shop', true)"
            })
    void what_ends_with_a_transaction_or_ends_one_needs_its_own(String sql) {
        assertThat(rules.needsOwnTransaction(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SAVEPOINT a; INSERT INTO shop.t VALUES (1); ROLLBACK TO SAVEPOINT a; ROLLBACK WORK TO a; RELEASE a",
                "CREATE INDEX \"concurrently\" ON shop.t (v)",
                "CREATE TABLE shop.note AS SELECT 'COMMIT; VACUUM' AS v /* ; COMMIT */ -- ; COMMIT",
                "CREATE FUNCTION shop.f() RETURNS void LANGUAGE plpgsql AS $$BEGIN PERFORM 1; END; $$",
                "DO $$BEGIN PERFORM 1; END$$",
                "REINDEX TABLE shop.t",
                "CLUSTER shop.t USING t_v",
                "ANALYZE",
                "ALTER TABLE shop.p DETACH PARTITION shop.p1",
                "ALTER TYPE shop.mood ADD VALUE 'glad'",
                "SET LOCAL lock_timeout = '2s'; SET LOCAL statement_timeout = '2s'",
                "SET search_path = shop",
                "SELECT set_config('search_path', 'shop', false)",
                "SET CONSTRAINTS ALL DEFERRED",
                "CREATE MATERIALIZED VIEW shop.m AS SELECT 1 AS v; CREATE UNIQUE INDEX m_v ON shop.m (v);"
                        + " REFRESH MATERIALIZED VIEW CONCURRENTLY shop.m",
                "CREATE TEMP TABLE x (id integer)",
                "CHECKPOINT",
                ""
            })
    void what_runs_in_a_transaction_is_left_there(String sql) throws SQLException {
        assertThat(rules.needsOwnTransaction(sql)).isFalse();
        shop.connection.setAutoCommit(false);
        shop.run(sql, "SELECT 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    2D000 | CALL shop.commits()
                    2D000 | DO $$BEGIN COMMIT; END$$
                    25P01 | COMMIT; SAVEPOINT a
                    3B001 | COMMIT; BEGIN; ROLLBACK TO SAVEPOINT ours
                    55P04 | ALTER TYPE shop.mood ADD VALUE 'glad'; SELECT 'glad'::shop.mood
                    55006 | DECLARE c CURSOR FOR SELECT FROM shop.t; ALTER TABLE shop.t ADD w integer
                    55006 | ALTER TABLE shop.t ADD r integer REFERENCES shop.t DEFERRABLE INITIALLY DEFERRED; INSERT INTO shop.t VALUES (1, '', 1); ALTER TABLE shop.t ADD w integer
                    """)
    void errors_of_sharing_a_transaction_are_blamed_on_it(String state, String sql) throws SQLException {
        shop.connection.setAutoCommit(false);
        shop.run("SELECT 1");

        SQLException error = catchThrowableOfType(SQLException.class, () -> shop.run(sql));

        assertThat(error.getSQLState()).isEqualTo(state);
        assertThat(rules.blamesTransaction(error)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELEC 1",
                "SELECT * FROM shop.gone",
                "INSERT INTO shop.t VALUES (1), (1)",
                "SELECT 1 / 0",
                "CREATE TABLE shop.t ()"
            })
    void errors_of_the_migration_s_own_are_not(String sql) {
        SQLException error = catchThrowableOfType(SQLException.class, () -> shop.run(sql));

        assertThat(rules.blamesTransaction(error)).isFalse();
    }

    @Test
    void an_error_without_a_state_blames_nothing() {
        assertThat(rules.blamesTransaction(new SQLException("no state"))).isFalse();
    }

    @Test
    void a_simulated_commit_checks_what_was_deferred() throws SQLException {
        shop.run("ALTER TABLE shop.t ADD r integer REFERENCES shop.t DEFERRABLE INITIALLY DEFERRED");
        shop.connection.setAutoCommit(false);
        shop.run("INSERT INTO shop.t VALUES (1, '', 1)");
        rules.simulateCommit(shop.connection);
        shop.run("INSERT INTO shop.t VALUES (2, '', 99)");

        assertThatThrownBy(() -> rules.simulateCommit(shop.connection))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23503"));
    }

    @Test
    void after_a_simulated_commit_constraints_are_as_a_new_transaction_finds_them() throws SQLException {
        shop.run(
                "ALTER TABLE shop.t ADD r integer CONSTRAINT \"Late\" REFERENCES shop.t DEFERRABLE INITIALLY DEFERRED",
                "ALTER TABLE shop.t ADD CONSTRAINT soon UNIQUE (v) DEFERRABLE INITIALLY IMMEDIATE");
        shop.connection.setAutoCommit(false);
        shop.run("SET CONSTRAINTS ALL DEFERRED");

        rules.simulateCommit(shop.connection);

        shop.run("INSERT INTO shop.t VALUES (1, 'a', 2)", "INSERT INTO shop.t VALUES (2, 'b', 1)");
        assertThatThrownBy(() -> shop.run("INSERT INTO shop.t VALUES (3, 'b', 1)"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
    }

    @Test
    void a_simulated_commit_clears_the_way_for_a_change_of_the_table() throws SQLException {
        shop.run("ALTER TABLE shop.t ADD r integer REFERENCES shop.t DEFERRABLE INITIALLY DEFERRED");
        shop.connection.setAutoCommit(false);
        shop.run("INSERT INTO shop.t VALUES (1, '', 1)");

        rules.simulateCommit(shop.connection);

        shop.run("ALTER TABLE shop.t ADD w integer");
        assertThat(shop.texts("SELECT count(*) FROM shop.t")).containsExactly("1");
    }

    @Test
    void schema_changes_roll_back() throws SQLException {
        assertThat(rules.schemaChangesRollBack()).isTrue();
        shop.connection.setAutoCommit(false);
        shop.run("DROP TABLE shop.t");
        shop.connection.rollback();
        assertThat(shop.texts("SELECT count(*) FROM shop.t")).containsExactly("0");
    }
}
