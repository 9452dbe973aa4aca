package org.migrationtest.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.database.DatabaseUnavailableException;

final class CacheTest {
    private static final Platform PLATFORM = Platform.current().orElseThrow();

    @TempDir
    private Path folder;

    private Cache cache;
    private Jars jars;
    private Release release;
    private final Account account = Account.current();

    @BeforeEach
    void find() throws IOException {
        cache = new Cache(folder, PLATFORM);
        jars = Jars.find(PLATFORM, Optional.empty());
        release = Release.newest(jars.local().keySet(), "17").orElseThrow();
    }

    @Test
    void what_is_installed_is_not_installed_again() throws IOException {
        Installation first = cache.installed(release, jars, account);
        Object key = fileKey(first);
        Installation second = cache.installed(release, jars, account);
        assertThat(second).isEqualTo(first);
        assertThat(fileKey(second)).isEqualTo(key);
        assertThat(cache.releases()).containsExactly(release);
    }

    @Test
    void an_installation_with_a_missing_file_is_made_anew() throws IOException {
        Installation installed = cache.installed(release, jars, account);
        Path missing = installed.template().resolve("PG_VERSION");
        Files.delete(missing);
        cache.installed(release, jars, account);
        assertThat(missing).hasContent("17");
    }

    @Test
    void an_installation_with_a_shortened_file_is_made_anew() throws IOException {
        Installation installed = cache.installed(release, jars, account);
        Path program = Path.of(installed.program("postgres"));
        long size = Files.size(program);
        Files.write(program, new byte[10]);
        cache.installed(release, jars, account);
        assertThat(program).hasSize(size);
    }

    @Test
    void what_a_killed_jvm_left_half_written_is_cleared_away() throws IOException {
        Path unfinished = Files.createDirectories(folder.resolve("unfinished-123/files/bin"));
        Files.writeString(unfinished.resolve("postgres"), "half");
        cache.installed(release, jars, account);
        assertThat(folder.resolve("unfinished-123")).doesNotExist();
    }

    @Test
    void a_jar_that_is_cut_short_is_told_and_leaves_nothing() throws IOException {
        Path whole = jars.local().get(release);
        Path half = folder.resolve("half.jar");
        Files.write(half, java.util.Arrays.copyOf(Files.readAllBytes(whole), 1_000_000));
        Jars damaged = new Jars(PLATFORM, new TreeMap<>(Map.of(release, half)), jars.remote());
        assertThatThrownBy(() -> cache.installed(release, damaged, account))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageStartingWith("PostgreSQL " + release + " could not be unpacked into the cache folder "
                        + folder + " (property migrationtest.embedded.cache): " + half + " is damaged (")
                .hasMessageEndingWith(
                        "); delete it. Nothing was left there. Choose another folder if this one lacks room, or the right to run programs in it.");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactlyInAnyOrder("half.jar", "lock");
        }
    }

    private static Object fileKey(Installation installation) throws IOException {
        return Files.readAttributes(installation.home(), java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
    }
}
