package org.migrationtest.datagen.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
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
        assertThat(some.stream().map(value -> value.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
        assertThat(some.stream().map(value -> value.toLowerCase(Locale.ROOT).replace('-', '_')))
                .doesNotHaveDuplicates();
        assertThat(some).noneMatch(value -> value.isEmpty() || !value.equals(value.strip()));
    }

    @ParameterizedTest
    @CsvSource({"name, 3", "name, 12", "name, 255", "login, 10", "login, 255", "email, 255"})
    void some_texts_have_something_to_normalise(String column, int most) {
        List<String> some = LongStream.range(0, 100)
                .mapToObj(Text.named("teams", column, most)::at)
                .toList();
        assertThat(some)
                .anyMatch(value -> !value.equals(value.toLowerCase(Locale.ROOT)))
                .anyMatch(value -> value.matches(".*[0-9].*"));
        assertThat(some.stream().filter(value -> value.equals(value.toLowerCase(Locale.ROOT))))
                .hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "login"})
    void some_texts_have_hyphens_and_underscores(String column) {
        Text text = Text.named("teams", column, 255);
        assertThat(LongStream.range(0, 16).mapToObj(text::at)).anyMatch(value -> value.matches("[A-Z].*_.*-.*[0-9].*"));
    }

    @Test
    void kinds_take_a_few_words_and_keep_their_extremes() {
        Text status = Text.named("orders", "order_status", 300);
        assertThat(status.repeated().size()).isEqualTo(5);
        assertThat(status.repeated().extremes()).isEqualTo(status.extremes());
        assertThat(status.atMost(6).repeated().size()).isEqualTo(3);
        assertThat(status.atMost(2).repeated()).isEqualTo(status.atMost(2));
        Text name = Text.named("orders", "name", 300);
        assertThat(name.repeated()).isSameAs(name);
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
