package org.migrationtest.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Markdown files of a repository: those in its root and those below {@code docs}. */
final class Documents {
    private Documents() {}

    /** The folder that holds {@code mvnw}, from wherever Maven or an IDE started the test. */
    static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("mvnw"))) {
            Path parent = here.getParent();
            if (parent == null) {
                throw new IllegalStateException(Path.of("").toAbsolutePath() + " is in no checkout: no mvnw above it");
            }
            here = parent;
        }
        return here;
    }

    static List<Path> in(Path repository) throws IOException {
        try (Stream<Path> top = Files.list(repository);
                Stream<Path> docs = Files.walk(repository.resolve("docs"))) {
            Path built = repository.resolve("docs/target");
            return Stream.concat(top, docs.filter(file -> !file.startsWith(built)))
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
