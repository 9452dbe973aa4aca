package org.migrationtest.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReleaseTest {
    private static final List<Release> RELEASES = Stream.of(
                    "9.6.24", "10.5.0", "10.5.0-1", "17.4.0", "17.11.0", "17.9.0", "18.6.0")
            .map(Release::new)
            .toList();

    @ParameterizedTest
    @CsvSource({"17, 17.11.0", "17.4, 17.4.0", "17.4.0, 17.4.0", "10, 10.5.0-1", "9.6, 9.6.24", "18, 18.6.0"})
    void a_version_asks_for_the_newest_that_begins_with_it(String wanted, String found) {
        assertThat(Release.newest(RELEASES, wanted)).contains(new Release(found));
    }

    @ParameterizedTest
    @CsvSource({"1", "99", "17.1", "17-alpine", "17.11.0.1"})
    void a_version_that_nothing_begins_with_finds_nothing(String wanted) {
        assertThat(Release.newest(RELEASES, wanted)).isEmpty();
    }

    @Test
    void what_is_no_release_is_told_apart() {
        assertThat(Stream.of("17.11.0", "10.5.0-1", "maven-metadata-central.xml", "17.0.0-beta", ".cache"))
                .filteredOn(Release::isOne)
                .containsExactly("17.11.0", "10.5.0-1");
    }
}
