package org.migrationtest.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every provider's PostgreSQL must do. */
public abstract class PostgresServerContract {
    /** The server to test, the same at each call. */
    protected abstract DatabaseServer server();

    @Test
    void is_the_major_that_was_asked_for() throws SQLException {
        assertThat(server().version())
                .startsWith(server().requested().version())
                .matches("\\d+(\\.\\d+)+");
        try (TestDatabase database = server().create("version")) {
            assertThat(ask(database, "SHOW server_version")).startsWith(server().version());
        }
    }

    @Test
    void creates_an_empty_database_that_the_caller_owns() throws SQLException {
        try (TestDatabase database = server().create("shop")) {
            assertThat(database.name()).contains("shop_");
            assertThat(database.server()).isSameAs(server());
            assertThat(ask(database, "SELECT current_database()")).isEqualTo(database.name());
            assertThat(ask(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                    .isEqualTo("0");
            run(database, "CREATE SCHEMA own", "CREATE TABLE own.t (a int)", "DROP SCHEMA own CASCADE");
        }
    }

    @Test
    void its_jdbc_url_leads_to_the_database_with_user_and_password() throws SQLException {
        try (TestDatabase database = server().create("url");
                Connection connection = java.sql.DriverManager.getConnection(
                        database.jdbcUrl(), database.user(), database.password())) {
            assertThat(connection.getCatalog()).isEqualTo(database.name());
            assertThat(database.jdbcUrl()).doesNotContain(database.password());
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        try (TestDatabase database = server().create("secret")) {
            assertThatThrownBy(() -> java.sql.DriverManager.getConnection(database.jdbcUrl(), database.user(), "wrong"))
                    .isInstanceOf(SQLException.class)
                    .extracting(error -> ((SQLException) error).getSQLState())
                    .isEqualTo("28P01");
        }
    }

    @Test
    void a_copy_holds_what_the_original_held_and_lives_alone() throws SQLException {
        try (TestDatabase original = server().create("original")) {
            run(original, "CREATE TABLE t (a int)", "INSERT INTO t VALUES (1), (2)");
            try (TestDatabase copy = original.copy()) {
                assertThat(copy.name()).contains("original_").isNotEqualTo(original.name());
                run(copy, "INSERT INTO t VALUES (3)");
                assertThat(ask(copy, "SELECT count(*) FROM t")).isEqualTo("3");
                assertThat(ask(original, "SELECT count(*) FROM t")).isEqualTo("2");
                try (TestDatabase second = copy.copy()) {
                    assertThat(ask(second, "SELECT count(*) FROM t")).isEqualTo("3");
                }
            }
        }
    }

    @Test
    void a_large_database_is_copied_too() throws SQLException {
        try (TestDatabase original = server().create("large")) {
            run(original, "CREATE TABLE t AS SELECT n, repeat('x', 1000) FROM generate_series(1, 50000) n");
            try (TestDatabase copy = original.copy()) {
                assertThat(ask(copy, "SELECT count(*) FROM t")).isEqualTo("50000");
            }
        }
    }

    @Test
    void refuses_to_copy_a_database_in_use() throws SQLException {
        try (TestDatabase original = server().create("busy");
                Connection connection = original.connect()) {
            assertThat(connection.isValid(0)).isTrue();
            assertThatThrownBy(original::copy)
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining(
                            "source database \"" + original.name() + "\" is being accessed by other users");
        }
    }

    @Test
    void closing_drops_the_database_whoever_is_connected() throws SQLException {
        try (TestDatabase witness = server().create("witness")) {
            TestDatabase database = server().create("gone");
            Connection connection = database.connect();
            database.close();
            database.close();
            assertThat(databases(witness)).doesNotContain(database.name()).contains(witness.name());
            assertThat(connection.isValid(0)).isFalse();
            connection.close();
        }
    }

    @Test
    void serves_many_threads_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> names = IntStream.range(0, 16)
                    .mapToObj(number -> threads.submit(() -> {
                        try (TestDatabase database = server().create("many")) {
                            run(database, "CREATE TABLE t AS SELECT " + number + " AS a");
                            try (TestDatabase copy = database.copy()) {
                                assertThat(ask(copy, "SELECT a FROM t")).isEqualTo("" + number);
                            }
                            return database.name();
                        }
                    }))
                    .toList();
            Set<String> distinct = new java.util.HashSet<>();
            for (Future<String> name : names) {
                distinct.add(name.get());
            }
            assertThat(distinct).hasSize(16);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refuses_a_prefix_that_would_need_quotes() {
        assertThatThrownBy(() -> server().create("Robert'); DROP"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'Robert'); DROP' cannot begin the name of a database: expected up to 30 lower-case letters,"
                                + " digits and underscores, not beginning with a digit");
    }

    protected static String ask(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    public static void run(TestDatabase database, String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    public static List<String> databases(TestDatabase any) throws SQLException {
        try (Connection connection = any.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT array_agg(datname::text) FROM pg_database")) {
            row.next();
            return List.of((String[]) row.getArray(1).getArray());
        }
    }
}
