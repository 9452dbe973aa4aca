package org.migrationtest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.CheckPlan;
import org.migrationtest.Migrations;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.DatabaseUnavailableException;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.finding.Finding;
import org.migrationtest.report.CheckReport;
import org.migrationtest.report.FindingText;
import org.migrationtest.rule.Verdict;

/** Migrations that hang, and servers that die. */
class TroubleTest {
    @TempDir
    Path folder;

    @Test
    void a_migration_that_hangs_is_cancelled_and_told() {
        CheckReport report = new Migrations(folder)
                .with("hangs", "CREATE TABLE t (id int);\nSELECT pg_sleep(600)", "DROP TABLE t")
                .with("later", "CREATE TABLE u (id int)", "DROP TABLE u")
                .check()
                .timeLimit(Duration.ofSeconds(1))
                .run();

        assertThat(report.failed()).isTrue();
        assertThat(report.findings())
                .extracting(finding -> finding.rule().value())
                .containsExactly("up-fails");
        Finding finding = report.findings().get(0);
        assertThat(FindingText.of(finding)).isEqualTo("""
                [postgres:17][001 hangs][up] it cannot be applied: it did not end within the time limit of 1 s (@TimeLimit, \
                migrationtest.timeLimit, or timeLimit(...)) and was cancelled
                  at       %s/001_hangs.up.sql:2
                  statement SELECT pg_sleep(600)
                  - it did not end within the time limit of 1 s (@TimeLimit, migrationtest.timeLimit, or timeLimit(...)) and \
                was cancelled (SQLSTATE 57014)
                  effect   It fails the same way in production, in the middle of a release.
                  safe way Correct the statement; every later migration waits for it.
                  rule     up-fails; to allow it on purpose: @Allow(migration = "001 hangs", rule = "up-fails", \
                because = "…")""".formatted(folder));
        assertThat(report.runs().get(0).migrations().get(1).verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(report.runs().get(0).migrations().get(1).note()).isEqualTo("001 hangs cannot be applied");
    }

    @Test
    void a_server_that_is_too_old_for_a_migration_is_told() {
        CheckReport report = new Migrations(folder)
                .with(
                        "unique",
                        "CREATE TABLE t (a int);\nCREATE UNIQUE INDEX t_a ON t (a) NULLS NOT DISTINCT",
                        "DROP TABLE t")
                .check()
                .databases("postgres:13", "postgres:15")
                .run();

        assertThat(FindingText.of(report.findings()).replace(folder + "/", "")).isEqualTo("""
                [postgres:13][001 unique][up] it cannot be applied: syntax error at or near "NULLS" (NULLS NOT DISTINCT needs PostgreSQL 15 or newer, and this is 13)
                  at       001_unique.up.sql:2
                  statement CREATE UNIQUE INDEX t_a ON t (a) NULLS NOT DISTINCT
                  - ERROR: syntax error at or near "NULLS" (SQLSTATE 42601)
                  - NULLS NOT DISTINCT needs PostgreSQL 15 or newer, and this is 13. @Databases or migrationtest.databases names the versions to test.
                  effect   It fails the same way in production, in the middle of a release.
                  safe way Correct the statement; every later migration waits for it.
                  rule     up-fails; to allow it on purpose: @Allow(migration = "001 unique", rule = "up-fails", because = "…")""");
    }

    @Test
    void a_server_that_dies_says_nothing_of_the_migration() throws Exception {
        Path cache = Files.createDirectory(folder.resolve("cache"));
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        var check = new Migrations(migrations)
                .with("kills", "COPY (SELECT 1) TO PROGRAM 'kill -KILL $PPID'", "SELECT 1")
                .check()
                .from(new DatabaseSettings("embedded", Optional.of(cache), Optional.empty()));

        assertThatThrownBy(check::run)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage(
                        "The server for postgres:17 went away while 001 kills was being applied: An I/O error occurred"
                                + " while sending to the backend. It was: "
                                + server(check.plan()).origin()
                                + ". Nothing is known of the migrations that were not judged before. Common causes are too"
                                + " little memory (the kernel's log names what it killed), a full disk, and somebody who"
                                + " stopped it.");
    }

    @Test
    void what_one_step_sets_for_its_session_is_not_there_in_the_next() {
        CheckReport report = new Migrations(folder)
                .with(
                        "sets",
                        "SET shop.flag = 'on'; CREATE TABLE t (id int)",
                        "SELECT 1 / length(coalesce(current_setting('shop.flag', true), '')); DROP TABLE t")
                .report();

        assertThat(rules(report)).contains("down-fails");
        assertThat(report.findings().get(0).evidence()).contains("ERROR: division by zero (SQLSTATE 22012)");
    }

    @Test
    void a_role_that_another_session_makes_meanwhile_is_not_the_migrations() throws Exception {
        var check = new Migrations(folder)
                .with(
                        "leaks",
                        "CREATE ROLE leaked_by_migration; CREATE TABLE t (id int); SELECT pg_sleep(2)",
                        "DROP TABLE t")
                .check();
        Thread neighbour = new Thread(() -> createRole(check.plan()));
        neighbour.start();
        CheckReport report = check.run();
        neighbour.join();

        assertThat(report.findings()).isNotEmpty();
        assertThat(report.findings().get(0).evidence())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("role leaked_by_migration is left behind"));
        drop(check.plan());
    }

    private static void createRole(CheckPlan plan) {
        try (TestDatabase database = server(plan).create("neighbour");
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String sleeping =
                    "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(2)%' AND state = 'active'"
                            + " AND pid <> pg_backend_pid()";
            long found = 0;
            while (found == 0) {
                try (ResultSet count = statement.executeQuery(sleeping)) {
                    count.next();
                    found = count.getLong(1);
                }
            }
            statement.execute("CREATE ROLE neighbour");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void drop(CheckPlan plan) throws SQLException {
        try (TestDatabase database = server(plan).create("cleaning");
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP ROLE neighbour");
        }
    }

    private static DatabaseServer server(CheckPlan plan) {
        return DatabaseServers.get(plan.engines().get(0), plan.settings().database());
    }

    private static List<String> rules(CheckReport report) {
        return report.findings().stream().map(finding -> finding.rule().value()).toList();
    }
}
