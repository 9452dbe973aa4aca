package org.migrationtest.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.schema.ObjectId;
import org.migrationtest.schema.ObjectKind;
import org.migrationtest.schema.SchemaObject;
import org.migrationtest.schema.SchemaSnapshot;
import org.migrationtest.schema.TableName;

/** Reading leaves the session as it was, whatever state that was in. */
class PostgresSchemaReaderTest {
    private final PostgresSchemaReader reader = new PostgresSchemaReader();
    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void create() throws SQLException {
        database = TestServers.get(TestServers.NEWEST).create("reader");
        connection = database.connect();
        execute("create table t (a int primary key)");
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void leaves_the_settings_of_a_transaction_as_they_were() throws SQLException {
        connection.setAutoCommit(false);
        execute("create schema app; set local search_path = app, public; set local timezone = 'Asia/Tokyo'; "
                + "set local role pg_monitor");
        reader.read(connection, Set.of());
        assertThat(text("select concat_ws(' ', current_setting('search_path'), current_setting('timezone'), "
                        + "current_setting('enable_nestloop'), current_user)"))
                .isEqualTo("app, public Asia/Tokyo on pg_monitor");
    }

    @Test
    void leaves_the_settings_of_a_session_as_they_were() throws SQLException {
        String settings = """
                select concat_ws(' ', current_setting('search_path'), current_setting('timezone'),
                  current_setting('jit'), current_setting('datestyle'), current_user)
                """;
        execute("set search_path = public; set role pg_monitor");
        String before = text(settings);
        reader.read(connection, Set.of());
        assertThat(text(settings)).isEqualTo(before).endsWith("pg_monitor");
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void sees_what_its_transaction_has_not_committed() throws SQLException {
        connection.setAutoCommit(false);
        execute("create table u (a int)");
        assertThat(reader.read(connection, Set.of()).objects()).containsKey(table("public.u"));
        connection.rollback();
        assertThat(reader.read(connection, Set.of()).objects()).doesNotContainKey(table("public.u"));
    }

    @Test
    void does_not_end_a_transaction_that_was_begun_in_sql() throws SQLException {
        execute("begin; create table u (a int)");
        assertThat(reader.read(connection, Set.of()).objects()).containsKey(table("public.u"));
        execute("rollback");
        assertThat(text("select to_regclass('u')::text")).isEqualTo("gone");
    }

    @Test
    void outlives_a_migration_that_discards_everything() throws SQLException {
        SchemaSnapshot before = reader.read(connection, Set.of());
        execute("discard all");
        assertThat(reader.read(connection, Set.of())).isEqualTo(before);
        execute("deallocate migrationtest_schema_tables");
        assertThat(reader.read(connection, Set.of())).isEqualTo(before);
    }

    @Test
    void reads_the_same_in_simple_query_mode() throws SQLException {
        SchemaSnapshot extended = reader.read(connection, Set.of());
        try (Connection simple = DriverManager.getConnection(
                database.jdbcUrl() + "?preferQueryMode=simple", database.user(), database.password())) {
            assertThat(reader.read(simple, Set.of())).isEqualTo(extended);
        }
    }

    @Test
    void reads_the_same_as_a_user_of_few_rights() throws SQLException {
        SchemaSnapshot superuser = reader.read(connection, Set.of());
        execute("set session authorization pg_monitor");
        assertThat(reader.read(connection, Set.of())).isEqualTo(superuser);
    }

    @Test
    void a_failed_transaction_is_an_error_and_stays_one() throws SQLException {
        reader.read(connection, Set.of());
        connection.setAutoCommit(false);
        assertThatThrownBy(() -> execute("select 1/0")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> reader.read(connection, Set.of()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("transaction is aborted");
        connection.rollback();
        assertThat(reader.read(connection, Set.of()).objects()).containsKey(table("public.t"));
    }

    @Test
    void leaves_out_ignored_tables_with_all_that_belongs_to_them() throws SQLException {
        SchemaSnapshot before = reader.read(connection, Set.of());
        execute("create schema \"my.Tool\"; create table \"my.Tool\".\"Hist\"\"ory\" (id serial primary key, a int "
                + "check (a > 0), b int generated always as identity unique, c int not null references t)");
        execute("create index on \"my.Tool\".\"Hist\"\"ory\" (a)");
        SchemaSnapshot after = reader.read(connection, Set.of(new TableName("my.Tool", "Hist\"ory")));
        assertThat(ChangeText.lines(before.differenceTo(after))).containsExactly("added schema \"my.Tool\"");
    }

    @Test
    void shows_no_secret() throws SQLException {
        connection.setAutoCommit(false);
        execute(TestResource.text("base.sql"));
        assertThat(reader.read(connection, Set.of()).toString())
                .contains("password=sha256:")
                .doesNotContain("secret1");
        connection.rollback();
    }

    @Test
    void names_properties_as_people_do() throws SQLException {
        execute("create table v (id int not null default 7, note varchar(9) collate \"C\")");
        SchemaSnapshot snapshot = reader.read(connection, Set.of());
        assertThat(column(snapshot, "public.v.id").properties())
                .containsEntry("type", "integer")
                .containsEntry("default", "7")
                .containsEntry("nullable", "false")
                .containsEntry(SchemaObject.POSITION, "1");
        assertThat(column(snapshot, "public.v.note").properties().toString())
                .isEqualTo("{collation=\"C\", nullable=true, position=2, type=character varying(9)}");
    }

    private static SchemaObject column(SchemaSnapshot snapshot, String name) {
        return Objects.requireNonNull(snapshot.objects().get(new ObjectId(ObjectKind.COLUMN, name)));
    }

    private static ObjectId table(String name) {
        return new ObjectId(ObjectKind.TABLE, name);
    }

    private String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            String text = rows.getString(1);
            return text == null ? "gone" : text;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
