package org.migrationtest.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DatabaseServersTest {
    private static final EngineVersion POSTGRES = EngineVersion.parse("postgres:17");

    @Test
    void threads_that_ask_for_the_same_get_the_same_server() throws Exception {
        // A setting that nobody else in this JVM has, so that these calls start it.
        DatabaseSettings settings =
                new DatabaseSettings("embedded", Optional.empty(), Optional.of(new ExternalServer("", "", "", false)));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<DatabaseServer>> servers = IntStream.range(0, 4)
                    .mapToObj(number -> threads.submit(() -> DatabaseServers.get(POSTGRES, settings)))
                    .toList();
            Set<DatabaseServer> distinct = new HashSet<>();
            for (Future<DatabaseServer> server : servers) {
                distinct.add(server.get());
            }
            assertThat(distinct).hasSize(1);
            assertThat(DatabaseServers.get(POSTGRES, settings))
                    .isSameAs(distinct.iterator().next());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void an_engine_that_nobody_has_is_told_with_those_there_are() {
        assertThatThrownBy(() -> DatabaseServers.get(EngineVersion.parse("oracle:23"), DatabaseSettings.defaults()))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage("""
                        No database for oracle:23 (asked for in @Databases, in the property migrationtest.databases, or \
                        in databases(...)). The provider is 'auto' (property migrationtest.provider).
                        container: it has no 'oracle', only postgres.
                        embedded: it has no 'oracle', only postgres.""");
    }

    @Test
    void a_provider_that_is_none_is_told_with_those_there_are() {
        assertThatThrownBy(() -> DatabaseServers.get(
                        POSTGRES, new DatabaseSettings("docker", Optional.empty(), Optional.empty())))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage("'docker' is no provider of databases (property migrationtest.provider). There are: auto,"
                        + " container, embedded, external.");
    }

    @Test
    void a_docker_engine_that_was_demanded_and_does_not_answer_is_told() throws Exception {
        try (ChildJvm child = ChildJvm.builder()
                .environment("DOCKER_HOST", "tcp://127.0.0.1:1")
                .start("container", "postgres:17")) {
            assertThat(child.refusal()).isEqualTo("""
                            No database for postgres:17 (asked for in @Databases, in the property migrationtest.databases, \
                            or in databases(...)). The provider is 'container' (property migrationtest.provider).
                            container: no Docker engine answers at tcp://127.0.0.1:1 (environment variable DOCKER_HOST); \
                            start it, or set DOCKER_HOST to one that runs.""");
        }
    }

    @Test
    void auto_takes_the_embedded_server_where_no_docker_engine_answers_and_says_so() throws Exception {
        try (ChildJvm child = ChildJvm.builder()
                .environment("DOCKER_HOST", "tcp://127.0.0.1:1")
                .start("auto", "postgres:17")) {
            assertThat(child.origin())
                    .startsWith("embedded PostgreSQL 17.")
                    .endsWith(", because there is no container: no Docker engine answers at tcp://127.0.0.1:1"
                            + " (environment variable DOCKER_HOST); start it, or set DOCKER_HOST to one that runs.");
        }
    }

    @Test
    void testcontainers_is_missed_only_by_the_container() throws Exception {
        try (ChildJvm child = ChildJvm.builder()
                .without("testcontainers")
                .without("docker-java")
                .start("auto", "postgres:17")) {
            assertThat(child.origin())
                    .startsWith("embedded PostgreSQL 17.")
                    .endsWith(", because there is no container: Testcontainers is not on the class path; add the"
                            + " dependency org.testcontainers:testcontainers in test scope.");
        }
    }

    @Test
    void a_missing_driver_is_told_with_its_coordinates() throws Exception {
        try (ChildJvm child = ChildJvm.builder().without("org/postgresql/").start("embedded", "postgres:17")) {
            assertThat(child.refusal()).isEqualTo("""
                            No database for postgres:17 (asked for in @Databases, in the property migrationtest.databases, \
                            or in databases(...)). The provider is 'embedded' (property migrationtest.provider).
                            embedded: PostgreSQL's JDBC driver is not on the class path; add the dependency \
                            org.postgresql:postgresql in test scope.""");
        }
    }

    @Test
    void a_server_that_died_is_told_at_the_next_use() throws Exception {
        DatabaseSettings settings = new DatabaseSettings(
                "embedded", Optional.empty(), Optional.of(new ExternalServer("dies", "", "", false)));
        DatabaseServer server = DatabaseServers.get(POSTGRES, settings);
        String port = server.create("any").jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1");
        Path folder = Path.of(server.origin().replaceFirst(".* data in ([^ ]+),.*", "$1"));
        ProcessHandle process = ProcessHandle.current()
                .descendants()
                .filter(candidate -> candidate.info().command().orElse("").endsWith("/bin/postgres")
                        && candidate.info().commandLine().orElse("").contains("-D " + folder))
                .findFirst()
                .orElseThrow();
        process.destroyForcibly();
        process.onExit().get();

        assertThatThrownBy(() -> server.create("any"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageMatching("The server for postgres:17 \\(" + java.util.regex.Pattern.quote(server.origin())
                        + "\\) could not create the database any_[0-9a-z]+_2: Connection to 127.0.0.1:" + port
                        + " refused. Check that the hostname and port are correct and that the postmaster is accepting"
                        + " TCP/IP connections.");
        server.close();
        assertThat(folder).doesNotExist();
    }
}
