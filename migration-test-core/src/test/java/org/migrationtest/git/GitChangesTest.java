package org.migrationtest.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitChangesTest {
    @TempDir
    Path temporary;

    @Test
    void tells_added_from_modified_files() throws Exception {
        Path top = repository();
        Files.writeString(top.resolve("1.sql"), "changed");
        Files.writeString(top.resolve("ü new.sql"), "committed");
        git(top, "add", ".");
        git(top, "commit", "-qm", "second");
        Files.writeString(top.resolve("3.sql"), "not even added");

        GitChanges changes = GitChanges.since(top.resolve("1.sql"), "main~1");

        assertThat(changes.modified()).containsExactly(top.resolve("1.sql"));
        assertThat(changes.added()).containsExactlyInAnyOrder(top.resolve("ü new.sql"), top.resolve("3.sql"));
    }

    @Test
    void an_unknown_reference_is_told() throws Exception {
        Path top = repository();

        assertThatThrownBy(() -> GitChanges.since(top.resolve("1.sql"), "origin/main"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The setting 'since' needs git, and 'git -C ")
                .hasMessageContaining("merge-base origin/main HEAD' failed: fatal: ")
                .hasMessageEndingWith(
                        "Name a reference that this clone has (in CI: fetch it first), or leave 'since' out.");
    }

    private Path repository() throws Exception {
        Path top = temporary.toRealPath();
        git(top, "init", "-q", "-b", "main");
        Files.writeString(top.resolve("1.sql"), "first");
        git(top, "add", ".");
        git(top, "commit", "-qm", "first");
        return top;
    }

    private static void git(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("git", "-C", folder.toString(), "-c", "user.name=t", "-c", "user.email=t@example.org"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
