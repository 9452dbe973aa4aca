package org.migrationtest.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IncludesTest {
    private static final String MARKED = "<!-- include: A.java#one -->\n```java\n%s\n```\nafter";

    @TempDir
    Path repository;

    @BeforeEach
    void a_tested_file() throws IOException {
        Files.writeString(repository.resolve("A.java"), """
                class A {
                    // tag::one[]
                    void one() {
                        // tag::two[]

                        two();
                        // end::two[]
                    }
                    // end::one[]
                    // tag::empty[]
                    // end::empty[]
                    // end::backwards[]
                    // tag::backwards[]
                }
                """);
    }

    static List<Path> documents() throws IOException {
        return Documents.in(Documents.repository());
    }

    @Test
    void sees_the_documents() throws IOException {
        Path root = Documents.repository();
        assertThat(documents()).contains(root.resolve("CONTRIBUTING.md"), root.resolve("docs/decisions/0001-rooms.md"));
    }

    /** {@code -Dincludes.update=true} rewrites the documents instead. */
    @ParameterizedTest
    @MethodSource("documents")
    void every_code_block_is_that_of_its_tested_file(Path document) throws IOException {
        String text = Files.readString(document);
        String refreshed = Includes.refreshed(Documents.repository(), text);
        if (Boolean.getBoolean("includes.update")) {
            Files.writeString(document, refreshed);
        } else {
            assertThat(text)
                    .as("%s; to bring its blocks up to date: ./mvnw -pl docs test -Dincludes.update=true", document)
                    .isEqualTo(refreshed);
        }
    }

    @Test
    void a_block_that_is_up_to_date_stays() throws IOException {
        String current = MARKED.formatted("void one() {\n\n    two();\n}");
        assertThat(Includes.refreshed(repository, current)).isEqualTo(current);
    }

    @Test
    void a_block_that_differs_is_replaced() throws IOException {
        assertThat(Includes.refreshed(repository, MARKED.formatted("void one() {}")))
                .isEqualTo(MARKED.formatted("void one() {\n\n    two();\n}"));
    }

    @Test
    void a_whole_file_may_be_included() throws IOException {
        Files.writeString(repository.resolve("all.sql"), "-- tag::one[]\nSELECT 1;\n-- end::one[]\nSELECT 2;\n");
        assertThat(Includes.refreshed(repository, "<!-- include: all.sql -->\n```sql\n```"))
                .isEqualTo("<!-- include: all.sql -->\n```sql\nSELECT 1;\nSELECT 2;\n```");
    }

    @Test
    void what_readers_would_copy_must_be_included() throws IOException {
        assertFails("text\n```java\nrun();\n```", "line 2: this java block comes from no tested file");
        String shell = "```sh\n./mvnw -B verify\n```";
        assertThat(Includes.refreshed(repository, shell)).isEqualTo(shell);
    }

    @Test
    void an_include_that_leads_nowhere_fails() {
        assertFails("<!-- include: B.java -->\n```java\n```", "B.java: there is no such file");
        assertFails("<!-- include: A.java#three -->\n```java\n```", "A.java#three: the file has no tag::three[]");
        assertFails("<!-- include: A.java#empty -->\n```java\n```", "A.java#empty: there is nothing in it");
        assertFails("<!-- include: A.java#backwards -->\n```java\n```", "the region ends before it begins");
        assertFails("<!-- include: A.java#one -->\n\n```java\n```", "A.java#one: no code block follows the include");
        assertFails("<!-- include: A.java#one -->\n```java\n", "line 2: the code block never ends");
    }

    @Test
    void a_tag_that_is_there_twice_fails() throws IOException {
        Files.writeString(repository.resolve("twice.sh"), "# tag::a[]\nls\n# end::a[]\n# tag::a[]\n");
        assertFails("<!-- include: twice.sh#a -->\n```sh\n```", "twice.sh#a: tag::a[] is there twice");
    }

    private void assertFails(String document, String message) {
        assertThatThrownBy(() -> Includes.refreshed(repository, document))
                .isInstanceOf(IncludeException.class)
                .hasMessageContaining(message);
    }
}
