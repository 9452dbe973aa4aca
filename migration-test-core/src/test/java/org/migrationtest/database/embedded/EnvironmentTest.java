package org.migrationtest.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.database.ChildJvm;

/** Machines as they are, each played by a child JVM. */
final class EnvironmentTest {
    @TempDir
    private Path folder;

    @Test
    void two_jvms_at_once_share_one_installation() throws Exception {
        try (ChildJvm first = child().property("cache", folder).start("embedded", "postgres:17");
                ChildJvm second = child().property("cache", folder).start("embedded", "postgres:17")) {
            assertThat(first.origin()).startsWith("embedded PostgreSQL 17.");
            assertThat(second.origin()).startsWith("embedded PostgreSQL 17.");
            assertThat(names(folder)).hasSize(2).contains("lock").anyMatch(name -> name.startsWith("postgres-17."));
        }
    }

    @Test
    void a_read_only_working_directory_is_enough() throws Exception {
        Path unwritable = Path.of(Files.exists(Path.of("/proc")) ? "/proc" : "/");
        try (ChildJvm child = child().directory(unwritable).start("embedded", "postgres:17")) {
            assertThat(child.origin()).startsWith("embedded PostgreSQL 17.");
        }
    }

    @Test
    void a_cache_folder_of_another_user_is_told() throws Exception {
        boolean root = System.getProperty("user.name").equals("root");
        if (root) {
            assertThat(Command.run(List.of("chown", "nobody", folder.toString()))
                            .succeeded())
                    .isTrue();
        }
        Path foreign = root ? folder : Path.of("/etc");
        try (ChildJvm child = child().property("cache", foreign).start("embedded", "postgres:17")) {
            assertThat(child.refusal()).isEqualTo("""
                            No database for postgres:17 (asked for in @Databases, in the property migrationtest.databases, \
                            or in databases(...)). The provider is 'embedded' (property migrationtest.provider).
                            embedded: no cache folder for the embedded server can be used: %s belongs to the user %s. Name \
                            a folder that is yours in the property migrationtest.embedded.cache.""".formatted(foreign, root ? "nobody" : "root"));
        }
    }

    @Test
    void the_usual_cache_folder_of_another_user_is_passed_over() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path blocked = Files.createFile(home.resolve(".cache"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        try (ChildJvm child = child().property("user.home", home)
                .property("java.io.tmpdir", temporary)
                .property("maven.repo.local", MavenSettings.current().localRepository())
                .start("embedded", "postgres:17")) {
            assertThat(child.origin()).startsWith("embedded PostgreSQL 17.");
            assertThat(blocked).isRegularFile();
            assertThat(names(temporary)).anyMatch(name -> name.matches("migration-test-cache-[0-9]+"));
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "user.name", matches = "root")
    void root_without_user_namespaces_runs_the_server_as_somebody_else_by_setpriv() throws Exception {
        assertRunsAsSomebodyElse("id", "sh", "cat", "chown", "kill", "rm", "test", "setpriv");
    }

    @Test
    @EnabledIfSystemProperty(named = "user.name", matches = "root")
    void root_without_setpriv_runs_the_server_as_somebody_else_by_su() throws Exception {
        assertRunsAsSomebodyElse("id", "sh", "cat", "chown", "kill", "rm", "test", "su");
    }

    @Test
    @EnabledIfSystemProperty(named = "user.name", matches = "root")
    void root_without_any_way_to_be_somebody_else_is_told() throws Exception {
        try (ChildJvm child = child().environment("PATH", programs("id", "sh")).start("embedded", "postgres:17")) {
            assertThat(child.refusal()).isEqualTo("""
                            No database for postgres:17 (asked for in @Databases, in the property migrationtest.databases, \
                            or in databases(...)). The provider is 'embedded' (property migrationtest.provider).
                            embedded: this JVM runs as root, and PostgreSQL refuses to run as root. To run the server as \
                            somebody else was tried and failed: unshare -U (user namespaces are forbidden here, or the \
                            program is missing), and setpriv and su to the users postgres and nobody. Run the tests as an \
                            ordinary user, install util-linux, or use the provider container.""");
        }
        Trees.delete(folder.resolve("path"));
    }

    private void assertRunsAsSomebodyElse(String... programs) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (ChildJvm child = child().environment("PATH", programs(programs))
                .property("java.io.tmpdir", folder)
                .start("embedded", "postgres:17")) {
            Path data = Path.of(child.origin().replaceFirst(".* data in ([^ ]+),.*", "$1"));
            assertThat(Files.getOwner(data.resolve("data")).getName()).isIn("postgres", "nobody");
            assertThat(child.descendants())
                    .anyMatch(process -> process.info().command().orElse("").endsWith("/bin/postgres")
                            && !process.info().user().orElse("root").equals("root"));
            child.handle().destroyForcibly();
            child.awaitEnd();
            assertThat(data).doesNotExist();
        }
        // JUnit would warn of each link.
        Trees.delete(folder.resolve("path"));
    }

    /** A folder to be the PATH of a machine that has only these. */
    private String programs(String... names) throws IOException {
        Path path = Files.createDirectory(folder.resolve("path"));
        for (String name : names) {
            Path program = Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin")
                    .map(place -> Path.of(place, name))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            Files.createSymbolicLink(path.resolve(name), program);
        }
        return path.toString();
    }

    private static ChildJvm.Builder child() {
        return ChildJvm.builder();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
