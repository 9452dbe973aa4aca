package org.migrationtest.sample.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.TestDatabase;

/** Servers that cannot be had, must not be used, or go away. */
class BadDatabaseTest {
    private static final String FIRST = "postgres:17 › 1 cities";
    private static final String NO_DATABASE =
            "No database for postgres:17 (asked for in @Databases, in the property migrationtest.databases, or in"
                    + " databases(...)). The provider is '%s' (property migrationtest.provider).\n";

    @TempDir
    Path folder;

    @TempDir
    Path results;

    @BeforeEach
    void write() throws IOException {
        write("1_cities.up.sql", "create table cities (id int);");
        write("1_cities.down.sql", "drop table cities;");
    }

    @Test
    void a_provider_that_does_not_exist() {
        assertThat(from("docker").toldFirst(FIRST))
                .isEqualTo("'docker' is no provider of databases (property migrationtest.provider). There are: auto,"
                        + " container, embedded, external.");
    }

    @Test
    void a_version_that_was_never_published() throws IOException {
        HttpServer repository = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        repository.createContext("/", exchange -> {
            byte[] list = "<version>16.15.0</version><version>17.11.0</version>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
            exchange.close();
        });
        repository.start();
        try {
            String url = "http://127.0.0.1:" + repository.getAddress().getPort();
            assertThat(from("embedded")
                            .with("databases", "postgres:17.99")
                            .with("embedded.repository", url)
                            .toldFirst("postgres:17.99 › 1 cities"))
                    .isEqualTo(NO_DATABASE.formatted("embedded").replace("postgres:17", "postgres:17.99")
                            + "embedded: no binaries for it are on this machine, neither in the cache, on the class path,"
                            + " nor in the local Maven repository, and " + url + " has none either. The newest there of"
                            + " each major: 16.15.0, 17.11.0.");
        } finally {
            repository.stop(0);
        }
    }

    @Test
    void a_docker_engine_that_does_not_answer() throws Exception {
        assertThat(ChildRun.told(from("container"), Map.of("DOCKER_HOST", "tcp://127.0.0.1:1")))
                .isEqualTo(FIRST + ": " + NO_DATABASE.formatted("container")
                        + "container: no Docker engine answers at tcp://127.0.0.1:1 (environment variable DOCKER_HOST);"
                        + " start it, or set DOCKER_HOST to one that runs.");
    }

    @Test
    void an_external_server_that_is_not_named() {
        assertThat(from("external").toldFirst(FIRST))
                .isEqualTo(NO_DATABASE.formatted("external")
                        + "external: no server is named; set migrationtest.external.url, .user and .password.");
    }

    @Test
    void an_external_server_that_is_not_allowed() {
        assertThat(from("external")
                        .with("external.url", "jdbc:postgresql://db.example:5432/shop?password=x")
                        .toldFirst(FIRST))
                .isEqualTo(NO_DATABASE.formatted("external")
                        + "external: the server jdbc:postgresql://db.example:5432/shop is named, but not allowed; if"
                        + " databases may be created and dropped there, set migrationtest.external.allowed=true.");
    }

    @Test
    void an_external_server_that_nobody_runs() {
        assertThat(external("jdbc:postgresql://127.0.0.1:1/shop", "ann", "secret")
                        .toldFirst(FIRST))
                .isEqualTo(
                        "The external server jdbc:postgresql://127.0.0.1:1/shop cannot be reached: Connection to"
                                + " 127.0.0.1:1 refused. Check that the hostname and port are correct and that the postmaster is"
                                + " accepting TCP/IP connections. Check migrationtest.external.url. It was to serve postgres:17.");
    }

    @Test
    void an_external_server_on_no_known_host() {
        assertThat(external("jdbc:postgresql://nowhere.invalid/shop", "ann", "secret")
                        .toldFirst(FIRST))
                .isEqualTo(
                        "The external server jdbc:postgresql://nowhere.invalid/shop cannot be reached: the host"
                                + " nowhere.invalid is not known. Check migrationtest.external.url. It was to serve postgres:17.");
    }

    @Test
    void an_external_server_that_refuses_the_password() {
        String url = database("postgres:17").jdbcUrl().split("\\?", 2)[0];
        assertThat(external(url, "postgres", "secret").toldFirst(FIRST))
                .isEqualTo("The external server " + url + " refuses the user 'postgres': FATAL: password authentication"
                        + " failed for user \"postgres\". Check migrationtest.external.user and"
                        + " migrationtest.external.password. It was to serve postgres:17.");
    }

    @Test
    void an_external_server_that_is_too_old() {
        TestDatabase old = database("postgres:11");
        assertThat(external(old.jdbcUrl(), old.user(), old.password()).toldFirst(FIRST))
                .isEqualTo("The external server is PostgreSQL " + old.server().version() + ", which is not supported:"
                        + " migration-test knows the versions 13 to 18. Name another server in"
                        + " migrationtest.external.url.");
    }

    @Test
    void a_full_disk_in_the_cache_folder() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        Path left = folder.resolve("left");
        String told =
                ChildRun.told(from("embedded").with("embedded.cache", small), Map.of(), SmallDisk.at(small, left));
        assertThat(told)
                .matches(Pattern.quote(FIRST) + ": PostgreSQL 17[.0-9-]+ could not be unpacked into the cache folder "
                        + small
                        + " \\(property migrationtest\\.embedded\\.cache\\): No space left on device\\. Nothing was"
                        + " left there\\. Choose another folder if this one lacks room, or the right to run programs in"
                        + " it\\.");
        assertThat(left).hasContent("lock");
    }

    @Test
    void a_migration_that_hangs() throws IOException {
        write("1_cities.up.sql", "create table cities (id int);\nselect pg_sleep(600);");
        assertThat(from("embedded").with("timeLimit", "1s").toldFirst(FIRST)).isEqualTo("""
                [postgres:17][1 cities][up] it cannot be applied: it did not end within the time limit of 1 s (@TimeLimit, \
                migrationtest.timeLimit, or timeLimit(...)) and was cancelled
                  at       %s/1_cities.up.sql:2
                  statement select pg_sleep(600)
                  - it did not end within the time limit of 1 s (@TimeLimit, migrationtest.timeLimit, or timeLimit(...)) \
                and was cancelled (SQLSTATE 57014)
                  effect   It fails the same way in production, in the middle of a release.
                  safe way Correct the statement; every later migration waits for it.
                  rule     up-fails; to allow it on purpose: @Allow(migration = "1 cities", rule = "up-fails", \
                because = "…")""".formatted(folder));
    }

    @Test
    void a_way_back_that_hangs() throws IOException {
        write("1_cities.down.sql", "select pg_sleep(600);\ndrop table cities;");
        assertThat(from("embedded").with("timeLimit", "1s").toldFirst(FIRST)).isEqualTo("""
                [postgres:17][1 cities][down] it cannot be rolled back: it did not end within the time limit of 1 s \
                (@TimeLimit, migrationtest.timeLimit, or timeLimit(...)) and was cancelled
                  at       %s/1_cities.down.sql
                  statement select pg_sleep(600)
                  - it did not end within the time limit of 1 s (@TimeLimit, migrationtest.timeLimit, or timeLimit(...)) \
                and was cancelled (SQLSTATE 57014)
                  effect   When the release must be taken back, the roll back stops here, possibly half done.
                  safe way Correct the way back and let this test run it.
                  rule     down-fails; to allow it on purpose: @Allow(migration = "1 cities", rule = "down-fails", \
                because = "…")""".formatted(folder));
    }

    @Test
    void a_server_that_dies_in_the_middle() throws IOException {
        write("2_kill.up.sql", "copy (select 1) to program 'kill -KILL $PPID';");
        Path cache = Files.createDirectory(folder.resolve("cache"));
        DatabaseServer server = server("postgres:17", Optional.of(cache));
        Map<String, String> failures = Given.failures(
                Given.Users.class,
                from("embedded").with("embedded.cache", cache).parameters());
        String told = "The server for postgres:17 went away while 2 kill was being applied: An I/O error occurred while"
                + " sending to the backend. It was: " + server.origin()
                + ". Nothing is known of the migrations that were"
                + " not judged before. Common causes are too little memory (the kernel's log names what it killed), a full"
                + " disk, and somebody who stopped it.";
        assertThat(failures)
                .containsExactly(
                        Map.entry("postgres:17 › 2 kill", told),
                        Map.entry(
                                "postgres:17 › everything was tested",
                                "[postgres:17] not everything was tested, because: " + told));
    }

    private Given external(String url, String user, String password) {
        return from("external")
                .with("external.url", url)
                .with("external.user", user)
                .with("external.password", password)
                .with("external.allowed", true);
    }

    private Given from(String provider) {
        return Given.migrations(results, "sql", "filesystem:" + folder).with("provider", provider);
    }

    /** One that somebody else could have made. */
    private static TestDatabase database(String version) {
        return server(version, Optional.empty()).create("theirs");
    }

    private static DatabaseServer server(String version, Optional<Path> cache) {
        return DatabaseServers.get(
                EngineVersion.parse(version), new DatabaseSettings("embedded", cache, Optional.empty()));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
