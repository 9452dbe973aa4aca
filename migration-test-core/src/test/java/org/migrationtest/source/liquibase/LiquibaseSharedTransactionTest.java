package org.migrationtest.source.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.migration.Migration;
import org.migrationtest.source.HistoryEntry;
import org.migrationtest.source.MigrationFailedException;
import org.migrationtest.source.MigrationSession;

/** Steps on connections that are all one transaction, which the caller rolls back behind Liquibase's back. */
class LiquibaseSharedTransactionTest {
    private LiquibaseProject project;
    private SharedConnections shared;

    @BeforeEach
    void make_project(@TempDir Path folder) throws SQLException {
        project = new LiquibaseProject(folder);
        shared = new SharedConnections(project.dataSource());
    }

    @AfterEach
    void drop_database() throws SQLException {
        shared.close();
        project.close();
    }

    private HistoryEntry history(MigrationSession session, Migration migration) throws SQLException {
        return session.history(shared.physical(), migration);
    }

    @Test
    void goes_up_and_down_and_up_inside_one_transaction_that_is_rolled_back_between() throws SQLException {
        project.sql(
                "root.sql",
                "--changeset a:1",
                "create table t (id int);",
                "--rollback drop table t;",
                "--changeset a:2",
                "create table u (id int);",
                "--rollback drop table u;");
        Migration first = project.migration("1 by a");
        Migration second = project.migration("2 by a");
        try (MigrationSession session = project.session(shared.dataSource())) {
            Savepoint start = shared.mark();
            for (int round = 0; round < 2; round++) {
                session.up(first);
                session.down(first);
                session.up(first);
                session.up(second);
                assertThat(history(session, second)).isEqualTo(new HistoryEntry(2, true));
                assertThat(LiquibaseProject.rows(
                                shared.physical(), "SELECT orderexecuted FROM databasechangelog ORDER BY 1"))
                        .containsExactly("1", "2");
                shared.returnTo(start);
                assertThat(history(session, first)).isEqualTo(new HistoryEntry(0, false));
            }
        }
    }

    @Test
    void a_failed_step_leaves_the_transaction_usable() throws SQLException {
        project.sql(
                "root.sql",
                "--changeset a:1",
                "create table t (id int);",
                "--changeset a:2",
                "insert into t values (1);",
                "select nonsense;");
        try (MigrationSession session = project.session(shared.dataSource())) {
            session.up(project.migration("1 by a"));
            assertThatThrownBy(() -> session.up(project.migration("2 by a")))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessage("ERROR: column \"nonsense\" does not exist\n  Position: 8");
            assertThat(LiquibaseProject.rows(shared.physical(), "SELECT count(*) FROM t"))
                    .containsExactly("0");
            assertThat(history(session, project.migration("1 by a"))).isEqualTo(new HistoryEntry(1, true));
        }
    }

    @Test
    void a_default_schema_does_not_stay_on_the_connection() throws SQLException {
        project.execute("CREATE SCHEMA shop");
        project.sql("root.sql", "--changeset a:1", "create table t (id int);", "--rollback drop table t;")
                .option("defaultSchemaName", "shop");
        try (MigrationSession session = project.session(shared.dataSource())) {
            project.upAll(session);
        }
        assertThat(LiquibaseProject.rows(
                        shared.physical(), "SELECT relnamespace::regnamespace FROM pg_class WHERE relname = 't'"))
                .containsExactly("shop");
        assertThat(LiquibaseProject.rows(shared.physical(), "SHOW search_path")).containsExactly("\"$user\", public");
    }

    @Test
    void a_step_costs_the_same_at_the_end_of_a_long_chain() throws SQLException {
        int length = 60;
        project.sql(
                "root.sql",
                IntStream.rangeClosed(1, length)
                        .mapToObj(i -> "--changeset a:" + i + "\ncreate table t" + i
                                + " (id int);\n--rollback drop table t" + i + ";")
                        .toArray(String[]::new));
        List<Migration> migrations = project.catalog().migrations();
        try (MigrationSession session = project.session(shared.dataSource())) {
            int[] cost = new int[length];
            for (int i = 0; i < length; i++) {
                int before = shared.statements;
                session.up(migrations.get(i));
                session.down(migrations.get(i));
                session.up(migrations.get(i));
                cost[i] = shared.statements - before;
            }
            assertThat(cost[1]).isPositive();
            assertThat(cost[length - 1]).as("statements for up, down, up").isEqualTo(cost[1]);
        }
    }
}
