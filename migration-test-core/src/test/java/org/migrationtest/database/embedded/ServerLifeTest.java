package org.migrationtest.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.database.ChildJvm;

/** A server ends with its JVM, however that ends. */
final class ServerLifeTest {
    private static final Pattern FOLDER = Pattern.compile("data in (/[^ ]+),");

    /** Its own, or else the sweep of any other JVM on this machine would take part. */
    @TempDir
    private Path data;

    @Test
    void ends_with_a_jvm_that_ends() throws Exception {
        try (ChildJvm child = child().start("embedded", "postgres:17")) {
            Path folder = running(child).get(0);
            child.finish();
            child.awaitEnd();
            assertThat(folder).doesNotExist();
        }
    }

    @Test
    void ends_with_a_jvm_that_is_killed() throws Exception {
        try (ChildJvm child = child().start("embedded", "postgres:17")) {
            Path folder = running(child).get(0);
            child.handle().destroyForcibly();
            child.awaitEnd();
            assertThat(folder).doesNotExist();
        }
    }

    @Test
    void ends_with_a_jvm_on_control_c() throws Exception {
        // Shells start background jobs with the signal ignored, and this JVM may be one.
        try (ChildJvm child = child().wrapper("env", "--default-signal=INT").start("embedded", "postgres:17")) {
            Path folder = running(child).get(0);
            // As a terminal does, to all of its group at once: PostgreSQL's own children leave it.
            List<String> interrupt = new ArrayList<>(List.of("kill", "-INT"));
            ProcessHandle watchdog = child.handle().children().findFirst().orElseThrow();
            Stream.concat(Stream.of(child.handle(), watchdog), watchdog.children())
                    .forEach(process -> interrupt.add(Long.toString(process.pid())));
            assertThat(interrupt).hasSize(6);
            assertThat(Command.run(interrupt).output()).isEmpty();
            child.awaitEnd();
            assertThat(folder).doesNotExist();
        }
    }

    @Test
    void is_swept_away_at_the_next_start_if_its_watchdog_was_killed_too() throws Exception {
        try (ChildJvm child = child().start("embedded", "postgres:17")) {
            Path folder = running(child).get(0);
            List<ProcessHandle> servers = servers(child);
            child.descendants().stream()
                    .filter(process -> !servers.contains(process))
                    .forEach(ProcessHandle::destroyForcibly);
            child.handle().destroyForcibly();
            child.handle().onExit().get(60, TimeUnit.SECONDS);
            assertThat(folder).exists();
            assertThat(postmaster(folder)).isPresent();

            DataFolder.sweep(data);

            assertThat(folder).doesNotExist();
            child.awaitEnd();
        }
    }

    @Test
    void is_left_alone_by_the_sweep_of_another_jvm() throws Exception {
        try (ChildJvm child = child().start("embedded", "postgres:17", "postgres:18")) {
            List<Path> folders = running(child);
            assertThat(folders).hasSize(2);

            DataFolder.sweep(data);

            assertThat(folders).allSatisfy(folder -> assertThat(folder.resolve("data/postmaster.pid"))
                    .exists());
            assertThat(folders)
                    .allSatisfy(folder -> assertThat(postmaster(folder)).isPresent());
            child.finish();
            child.awaitEnd();
            assertThat(folders).allSatisfy(folder -> assertThat(folder).doesNotExist());
        }
    }

    @Test
    void a_folder_of_a_jvm_that_was_killed_before_its_server_started_is_swept_away() throws Exception {
        Path leftover = Files.createDirectory(data.resolve("migration-test-postgres-1-2"));
        Files.createFile(leftover.resolve("owner"));
        Path other = Files.createDirectory(data.resolve("something-else"));
        try (DataFolder mine = DataFolder.create(data)) {
            DataFolder.sweep(data);
            assertThat(leftover).doesNotExist();
            assertThat(mine.path()).exists();
            assertThat(other).exists();
        }
    }

    private ChildJvm.Builder child() {
        return ChildJvm.builder().property("data", data);
    }

    /** The folders of the child's servers, with the server in each running. */
    private static List<Path> running(ChildJvm child) throws IOException {
        List<Path> folders = FOLDER.matcher(child.origin())
                .results()
                .map((MatchResult match) -> Path.of(match.group(1)))
                .toList();
        assertThat(folders).isNotEmpty().allSatisfy(folder -> assertThat(folder.resolve("data/postmaster.pid"))
                .exists());
        assertThat(servers(child)).isNotEmpty();
        return folders;
    }

    /** The server itself, and not one of its workers, which come and go. */
    private static Optional<ProcessHandle> postmaster(Path folder) throws IOException {
        String pid =
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip();
        return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
    }

    private static List<ProcessHandle> servers(ChildJvm child) {
        return child.descendants().stream()
                .filter(process -> process.info().command().orElse("").endsWith("/bin/postgres"))
                .toList();
    }
}
