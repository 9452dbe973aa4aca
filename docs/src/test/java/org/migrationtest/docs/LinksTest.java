package org.migrationtest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {
    @TempDir
    Path repository;

    static List<Path> documents() throws IOException {
        return Documents.in(Documents.repository());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_leads_somewhere(Path document) throws IOException {
        assertThat(Links.broken(Documents.repository(), document)).isEmpty();
    }

    @Test
    void links_to_files_headings_and_the_web_are_fine() throws IOException {
        Files.writeString(repository.resolve("b.md"), "# What `up` does, and why\n");
        assertThat(broken("""
                        [b](b.md) [h](b.md#what-up-does-and-why) ![i](b.md "title") [w](https://example.org/x)
                        `[code](none.md)`
                        ```
                        [block](none.md)
                        ```
                        [here](#top)
                        ## Top
                        """)).isEmpty();
    }

    @Test
    void links_that_lead_nowhere_are_told() throws IOException {
        Files.writeString(repository.resolve("b.md"), "```\n# not a heading\n```\n");
        assertThat(broken("[a](none.md) [b](b.md#not-a-heading) [c](#none) [d](../outside.md)"))
                .containsExactly(
                        "a.md links to none.md, which does not exist",
                        "a.md links to b.md#not-a-heading, which does not exist",
                        "a.md links to #none, which does not exist",
                        "a.md links to ../outside.md, which does not exist");
    }

    private List<String> broken(String text) throws IOException {
        return Links.broken(repository, Files.writeString(repository.resolve("a.md"), text));
    }
}
