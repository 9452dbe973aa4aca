package org.migrationtest.datagen.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationtest.datagen.value.Domain;

final class PatternLanguageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[A-Z]{2}[0-9]{4}$",
                "^\\+[0-9]{6,9}$",
                "^(foo|bar-\\d+)(,[a-c]?)*$",
                "^[^@]+@[a-z0-9.-]+\\.[a-z]{2,}$",
                "^\\d{3}-\\w\\s?$",
                "^[[:alpha:]][[:digit:]]+$",
                "[a-z_]{3,}",
                "^.+$"
            })
    void every_text_matches_and_no_two_are_the_same(String pattern) {
        Domain texts = PatternLanguage.of(pattern).orElseThrow();
        List<String> some = LongStream.range(0, Math.min(500, texts.size()))
                .mapToObj(texts::at)
                .toList();
        String inJava = pattern.replace("[[:alpha:]]", "[a-zA-Z]").replace("[[:digit:]]", "[0-9]");
        assertThat(some).hasSizeGreaterThan(25).doesNotHaveDuplicates().allMatch(text -> Pattern.compile(inJava)
                .matcher(text)
                .find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(?!x)y$", "(a)\\1", "\\bword\\b", "[", "a)", "*", "[[:graph:]]"})
    void a_pattern_that_is_not_simple_is_left_to_the_server(String pattern) {
        assertThat(PatternLanguage.of(pattern)).isEmpty();
    }
}
