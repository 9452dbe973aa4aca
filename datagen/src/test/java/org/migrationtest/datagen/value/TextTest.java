package org.migrationtest.datagen.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextTest {
    @ParameterizedTest
    @CsvSource({
        "name, 1",
        "name, 2",
        "name, 6",
        "name, 7",
        "name, 12",
        "name, 30",
        "email, 9",
        "email, 255",
        "sha256, 10",
        "sha256, 64",
        "payload, 20",
        "uuid, 36",
        "version, 8",
        "zip, 5",
        "slug, 40",
        "___, 20"
    })
    void texts_differ_and_fit(String column, int most) {
        Text text = Text.named("customers", column, most);
        List<String> some = LongStream.range(0, Math.min(2000, text.size()))
                .mapToObj(text::at)
                .toList();
        assertThat(some).hasSizeGreaterThan(25).doesNotHaveDuplicates().allMatch(value -> value.length() <= most);
        assertThat(some).noneMatch(value -> value.isEmpty() || !value.equals(value.strip()));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 25, 60})
    void texts_are_as_long_as_a_check_demands(int shortest) {
        Text text = Text.named("customers", "name", 100).atLeast(shortest);
        assertThat(LongStream.range(0, 500).mapToObj(text::at))
                .doesNotHaveDuplicates()
                .allMatch(value -> value.length() >= shortest && value.length() <= 100);
        assertThat(text.extremes()).allMatch(value -> value.length() >= shortest && value.length() <= 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 20, 300, 5000})
    void the_longest_texts_differ_too(int most) {
        Text text = Text.named("customers", "name", most);
        assertThat(LongStream.range(0, 50).mapToObj(text::longest))
                .doesNotHaveDuplicates()
                .allMatch(value -> value.length() <= Math.min(most, 2000));
    }
}
