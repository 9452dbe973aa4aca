package org.migrationtest.source.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.schema.TableName;
import org.migrationtest.source.HistoryEntry;
import org.migrationtest.source.MigrationCatalog;
import org.migrationtest.source.MigrationFailedException;
import org.migrationtest.source.MigrationSession;
import org.migrationtest.source.MigrationSource;
import org.migrationtest.source.MigrationTarget;

class SqlFilesSessionTest {
    @TempDir
    Path folder;

    private TestDatabase database;
    private List<Migration> migrations = List.of();

    @BeforeEach
    void create_database() {
        database = DatabaseServers.get(EngineVersion.parse("postgres:17"), DatabaseSettings.defaults())
                .create("sqlfiles");
    }

    @AfterEach
    void drop_database() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void moves_the_history_by_exactly_one(Layout layout) throws Exception {
        MigrationSession session = open(
                write(layout, 1, "CREATE TABLE a (x int);", "DROP TABLE a;"),
                write(layout, 2, "INSERT INTO a VALUES (1);\nINSERT INTO a VALUES (2);", "DELETE FROM a;"));
        assertRoundTrips(session, database.dataSource());
        assertThat(session.historyTables())
                .containsExactly(new TableName("public", layout.history().table()));
    }

    @ParameterizedTest
    @EnumSource
    void works_inside_a_transaction_that_it_shares(Layout layout) throws Exception {
        write(layout, 1, "CREATE TABLE a (x int);", "DROP TABLE a;");
        write(layout, 2, "INSERT INTO a VALUES (1);\nINSERT INTO a VALUES (2);", "DELETE FROM a;");
        try (Connection physical = database.connect()) {
            DataSource shared = new SharedTransaction(physical).dataSource();
            assertRoundTrips(open(shared), shared);
            physical.rollback();
        }
        assertThat(count("SELECT count(*) FROM pg_class WHERE relname = 'a'")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_failed_script_leaves_nothing_and_says_file_and_line(Layout layout) throws Exception {
        String up = "CREATE TABLE a (x int);\n\nSELECT 'ä😀',\n  nothing FROM a;";
        MigrationSession session = open(write(layout, 1, up, "SELECT 1;"));
        MigrationFailedException failure =
                catchThrowableOfType(MigrationFailedException.class, () -> session.up(migrations.get(0)));
        assertThat(failure).hasMessage("ERROR: column \"nothing\" does not exist");
        assertThat(failure.statement()).contains("SELECT 'ä😀',\n  nothing FROM a");
        assertThat(failure.sqlException().map(SQLException::getSQLState)).contains("42703");
        ScriptLocation script = migrations.get(0).script();
        int heading = layout == Layout.PAIRS || layout == Layout.FOLDERS ? 0 : 1;
        assertThat(failure.location()).contains(new ScriptLocation(script.display(), script.file(), heading + 4));
        assertThat(count("SELECT count(*) FROM pg_class WHERE relname = 'a'")).isZero();
        assertThat(history(session, 0)).isEqualTo(new HistoryEntry(0, false));
    }

    @Test
    void what_must_run_alone_fails_in_company_and_in_a_transaction() throws Exception {
        String alone = "CREATE INDEX CONCURRENTLY i ON t (a);";
        assertThat(upFails(Layout.PAIRS, "SELECT 1; " + alone)).contains("cannot run inside a transaction block");
        assertThat(upFails(Layout.FOLDERS, alone)).contains("cannot run inside a transaction block");
        assertThat(upFails(Layout.DBMATE, alone)).contains("cannot run inside a transaction block");
        assertThat(upFails(Layout.GOOSE, alone)).contains("cannot run inside a transaction block");
        assertThat(upFails(Layout.SQL_MIGRATE, alone)).contains("cannot run inside a transaction block");
    }

    @Test
    void what_must_run_alone_runs_where_the_tool_lets_it() throws Exception {
        String alone = "CREATE INDEX CONCURRENTLY i ON t (a);\n";
        runs(new Scripts(folder.resolve("pairs")).with("1_a.up.sql", alone));
        runs(new Scripts(folder.resolve("diesel"))
                .with("1_a/up.sql", alone)
                .with("1_a/metadata.toml", "run_in_transaction = false"));
        runs(new Scripts(folder.resolve("dbmate"))
                .with("1_a.sql", "-- migrate:up transaction:false\n" + alone + "-- migrate:down\n"));
        runs(new Scripts(folder.resolve("goose"))
                .with("1_a.sql", "-- +goose NO TRANSACTION\n-- +goose Up\nSELECT 1;\n" + alone));
        runs(new Scripts(folder.resolve("sql-migrate"))
                .with("1_a.sql", "-- +migrate Up notransaction\nSELECT 1;\n" + alone));
    }

    @Test
    void scripts_begin_and_end_their_own_transactions() throws Exception {
        MigrationSession session = open(scripts()
                .with("1_a.up.sql", "BEGIN;\nCREATE TABLE a (x int);\nSAVEPOINT s;\nCOMMIT;\nINSERT INTO a VALUES (1);")
                .with("1_a.down.sql", "BEGIN; DROP TABLE a; COMMIT;")
                .with("2_b.up.sql", "CREATE TABLE b (x int);\nBEGIN;\nSELECT 1;")
                .with("3_c.up.sql", "SELECT 1;\nSAVEPOINT s;"));
        session.up(migrations.get(0));
        session.down(migrations.get(0));
        session.up(migrations.get(0));
        assertThat(count("SELECT count(*) FROM a")).isOne();
        assertThatThrownBy(() -> session.up(migrations.get(1)))
                .hasMessage("the script begins a transaction that it does not end");
        assertThat(count("SELECT count(*) FROM pg_class WHERE relname = 'b'")).isZero();
        assertThatThrownBy(() -> session.up(migrations.get(2)))
                .hasMessage("SAVEPOINT can only be used in transaction blocks");
    }

    @Test
    void goose_cuts_a_function_body_unless_it_is_marked() throws Exception {
        String body = "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN 1;\nEND $$;\n";
        assertThat(upFails(Layout.GOOSE, body)).contains("unterminated dollar-quoted string");
        String marked = "-- +goose StatementBegin\n" + body + "-- +goose StatementEnd";
        MigrationSession session = open(write(Layout.GOOSE, 1, marked, "DROP FUNCTION f();"));
        session.up(migrations.get(0));
        session.down(migrations.get(0));
        assertThat(history(session, 0)).isEqualTo(new HistoryEntry(0, false));
    }

    @Test
    void copy_data_is_loaded_where_psql_may_run_the_script_and_refused_elsewhere() throws Exception {
        String copy = "CREATE TABLE a (x int, y text);\nCOPY a FROM stdin;\n1\t;'\n2\t\\N\n\\.\n";
        MigrationSession session = open(scripts().with("1_a.up.sql", copy));
        session.up(migrations.get(0));
        assertThat(count("SELECT count(*) FROM a WHERE y IS NULL OR y = ';'''")).isEqualTo(2);
        execute("DROP TABLE a");
        assertThat(upFails(Layout.FOLDERS, copy)).startsWith("diesel sends scripts as they are");
    }

    @Test
    void question_marks_braces_and_psql_commands_are_no_jdbc() throws Exception {
        MigrationSession session = open(scripts()
                .with("1_a.up.sql", "SELECT '{\"a\": 1}'::jsonb ? 'a', '{d 2020-01-01}';")
                .with("2_b.up.sql", "\\set ON_ERROR_STOP on\nSELECT 1;"));
        session.up(migrations.get(0));
        assertThatThrownBy(() -> session.up(migrations.get(1)))
                .hasMessage(
                        "psql meta command \\set ON_ERROR_STOP on cannot run over JDBC, nor does golang-migrate know"
                                + " it; write it as SQL");
    }

    @Test
    void a_deferred_constraint_speaks_at_the_commit() throws Exception {
        String up = "CREATE TABLE a (x int UNIQUE DEFERRABLE INITIALLY DEFERRED);\nINSERT INTO a VALUES (1), (1);";
        assertThat(upFails(Layout.FOLDERS, up)).startsWith("ERROR: duplicate key value");
        assertThat(count("SELECT count(*) FROM pg_class WHERE relname = 'a'")).isZero();
    }

    @Test
    void a_script_that_takes_the_history_away_fails_and_says_so() throws Exception {
        MigrationSession session = open(write(Layout.FOLDERS, 1, "DROP SCHEMA public CASCADE;", ""));
        assertThatThrownBy(() -> session.up(migrations.get(0)))
                .hasMessage("the script ran, but then diesel's history table __diesel_schema_migrations could"
                        + " not be written: ERROR: relation \"__diesel_schema_migrations\" does not exist\n  A script"
                        + " that drops or renames that table or its schema, or leaves another search_path behind,"
                        + " fails so with diesel as well.");
        execute("DROP SCHEMA public CASCADE");
        assertThat(history(session, 0)).isEqualTo(new HistoryEntry(0, false));
    }

    @Test
    void diesel_refuses_an_empty_file() throws Exception {
        MigrationSession session = open(write(Layout.FOLDERS, 1, "SELECT 1;", ""));
        session.up(migrations.get(0));
        assertThatThrownBy(() -> session.down(migrations.get(0)))
                .hasMessage("the file is empty, and diesel refuses to run an empty file; write a comment or a statement"
                        + " into it");
        assertThat(history(session, 0)).isEqualTo(new HistoryEntry(1, true));
    }

    @Test
    void a_dirty_version_is_not_applied_and_an_unknown_one_is_an_error() throws Exception {
        MigrationSession session = open(scripts().with("1_a.up.sql", "SELECT 1").with("2_b.up.sql", "SELECT nothing"));
        session.up(migrations.get(0));
        assertThatThrownBy(() -> session.up(migrations.get(1))).isInstanceOf(MigrationFailedException.class);
        assertThat(count("SELECT version FROM schema_migrations WHERE dirty")).isEqualTo(2);
        assertThat(history(session, 1)).isEqualTo(new HistoryEntry(1, false));
        execute("UPDATE schema_migrations SET version = 7");
        assertThatThrownBy(() -> history(session, 1))
                .hasMessage("\"public\".\"schema_migrations\" says version 7, which none of the migrations has");
    }

    @Test
    void refuses_what_it_cannot_do() throws Exception {
        MigrationSession session = open(scripts().with("1_a.up.sql", "SELECT 1"));
        assertThatThrownBy(() -> session.down(migrations.get(0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.repeat(migrations.get(0))).isInstanceOf(IllegalArgumentException.class);
    }

    private void assertRoundTrips(MigrationSession session, DataSource source) throws SQLException {
        Migration first = migrations.get(0);
        Migration second = migrations.get(1);
        try (Connection connection = source.getConnection()) {
            session.prepare();
            assertThat(session.history(connection, first)).isEqualTo(new HistoryEntry(0, false));
            session.up(first);
            assertThat(session.history(connection, first)).isEqualTo(new HistoryEntry(1, true));
            assertThat(session.history(connection, second)).isEqualTo(new HistoryEntry(1, false));
            session.up(second);
            assertThat(session.history(connection, second)).isEqualTo(new HistoryEntry(2, true));
            assertThat(count(connection, "SELECT count(*) FROM a")).isEqualTo(2);
            session.down(second);
            assertThat(session.history(connection, second)).isEqualTo(new HistoryEntry(1, false));
            assertThat(count(connection, "SELECT count(*) FROM a")).isZero();
            session.up(second);
            session.down(second);
            session.down(first);
            assertThat(session.history(connection, first)).isEqualTo(new HistoryEntry(0, false));
            assertThat(count(connection, "SELECT count(*) FROM pg_class WHERE relname = 'a'"))
                    .isZero();
        }
    }

    private Scripts scripts() {
        return new Scripts(folder);
    }

    private Scripts write(Layout layout, int version, String up, String down) throws IOException {
        return switch (layout) {
            case PAIRS -> scripts().with(version + "_a.up.sql", up).with(version + "_a.down.sql", down);
            case FOLDERS -> scripts().with(version + "_a/up.sql", up).with(version + "_a/down.sql", down);
            case DBMATE -> section(version, "-- migrate:up\n" + up + "\n-- migrate:down\n" + down);
            case GOOSE -> section(version, "-- +goose Up\n" + up + "\n-- +goose Down\n" + down);
            case SQL_MIGRATE -> section(version, "-- +migrate Up\n" + up + "\n-- +migrate Down\n" + down);
        };
    }

    private Scripts section(int version, String content) throws IOException {
        return scripts().with(version + "_a.sql", content);
    }

    private MigrationSession open(Scripts... written) {
        return open(database.dataSource(), written[written.length - 1]);
    }

    private MigrationSession open(DataSource dataSource) {
        return open(dataSource, scripts());
    }

    private MigrationSession open(DataSource dataSource, Scripts scripts) {
        MigrationSource source = scripts.source();
        MigrationCatalog catalog = source.discover();
        migrations = catalog.migrations();
        MigrationSession session = source.open(
                catalog, new MigrationTarget(dataSource, database.jdbcUrl(), database.user(), database.password()));
        session.prepare();
        return session;
    }

    /** The message with which a way up fails, in a folder of its own. */
    private String upFails(Layout layout, String up) throws Exception {
        execute("CREATE TABLE IF NOT EXISTS t (a int)");
        Path home = folder;
        folder = home.resolve("failing-" + layout.option());
        try {
            MigrationSession session = open(write(layout, 1, up, "SELECT 1;"));
            MigrationFailedException failure =
                    catchThrowableOfType(MigrationFailedException.class, () -> session.up(migrations.get(0)));
            assertThat(failure).isNotNull();
            return String.valueOf(failure.getMessage());
        } finally {
            folder = home;
        }
    }

    private void runs(Scripts scripts) throws SQLException {
        execute("DROP TABLE IF EXISTS schema_migrations");
        execute("CREATE TABLE t (a int)");
        open(scripts).up(migrations.get(0));
        assertThat(count("SELECT count(*) FROM pg_indexes WHERE indexname = 'i'"))
                .isOne();
        execute("DROP TABLE t");
    }

    private HistoryEntry history(MigrationSession session, int index) throws SQLException {
        try (Connection connection = database.connect()) {
            return session.history(connection, migrations.get(index));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            return count(connection, sql);
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
