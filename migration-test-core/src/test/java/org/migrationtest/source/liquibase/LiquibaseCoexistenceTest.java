package org.migrationtest.source.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import liquibase.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.migration.Migration;
import org.migrationtest.source.MigrationSession;

/** Several sessions at once, and the user's own Liquibase beside them. */
class LiquibaseCoexistenceTest {
    private static final int DATABASES = 4;
    private static final int CHANGESETS = 15;

    @TempDir
    private Path folder;

    private static LiquibaseProject chain(LiquibaseProject project) {
        return project.sql(
                "root.sql",
                IntStream.rangeClosed(1, CHANGESETS)
                        .mapToObj(i -> "--changeset a:" + i + "\ncreate table t" + i
                                + " (id int);\n--rollback drop table t" + i + ";")
                        .toArray(String[]::new));
    }

    private static List<String> roundTrips(LiquibaseProject project) {
        try (MigrationSession session = project.session()) {
            for (Migration migration : project.catalog().migrations()) {
                session.up(migration);
                session.down(migration);
                session.up(migration);
            }
        }
        return project.historyRows();
    }

    @Test
    void works_on_several_databases_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(DATABASES);
        List<LiquibaseProject> projects = new ArrayList<>();
        try {
            List<Future<List<String>>> results = new ArrayList<>();
            for (int i = 0; i < DATABASES; i++) {
                LiquibaseProject project = chain(new LiquibaseProject(folder.resolve("p" + i)));
                projects.add(project);
                results.add(threads.submit(() -> roundTrips(project)));
            }
            List<String> first = results.get(0).get();
            assertThat(first).hasSize(CHANGESETS);
            for (Future<List<String>> result : results) {
                assertThat(result.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
            projects.forEach(LiquibaseProject::close);
        }
    }

    @Test
    void a_session_may_move_from_thread_to_thread() throws Exception {
        try (LiquibaseProject project = chain(new LiquibaseProject(folder));
                MigrationSession session = project.session()) {
            for (Migration migration : project.catalog().migrations()) {
                ExecutorService thread = Executors.newSingleThreadExecutor();
                try {
                    thread.submit(() -> session.up(migration)).get();
                } finally {
                    thread.shutdownNow();
                }
            }
            assertThat(project.historyRows()).hasSize(CHANGESETS);
        }
    }

    @Test
    void prints_and_logs_nothing_and_leaves_the_users_scope_as_it_was() {
        Scope scope = Scope.getCurrentScope();
        Logger root = Logger.getLogger("");
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (String.valueOf(line.getLoggerName()).startsWith("liquibase")) {
                    logged.add(line.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try (LiquibaseProject project = chain(new LiquibaseProject(folder))) {
            root.addHandler(handler);
            System.setOut(caught);
            System.setErr(caught);
            roundTrips(project);
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.removeHandler(handler);
        }
        assertThat(logged).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(Scope.getCurrentScope()).isSameAs(scope);
    }
}
