package org.migrationtest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken migrations, one mistake each, and word for word what their authors are told. */
class GalleryTest {
    private static final Path CORE = Path.of("..", "migration-test-core", "src", "main", "java");
    private static final Pattern RULE_IN_CODE = Pattern.compile("new RuleId\\(\"([a-z-]+)\"\\)");
    private static final Pattern RULE_IN_TEXT = Pattern.compile("(?m)^  rule     ([a-z-]+)");

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_in_the_words_beside_it(Exhibit mistake, @TempDir Path work) throws Exception {
        assertThat(mistake.actual(work)).isEqualTo(mistake.expected());
    }

    static Stream<Exhibit> mistakes() throws IOException {
        return Exhibit.all().stream();
    }

    @Test
    void every_rule_there_is_has_a_mistake_in_the_gallery() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Exhibit mistake : Exhibit.all()) {
            collect(RULE_IN_TEXT, mistake.expected(), shown);
        }
        Set<String> known = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(CORE)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                collect(RULE_IN_CODE, Files.readString(source), known);
            }
        }
        assertThat(known).contains("schema-not-restored", "chain-cannot-unwind", "nothing-checked");
        assertThat(shown).isEqualTo(known);
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        pattern.matcher(text).results().map(found -> found.group(1)).forEach(into::add);
    }
}
