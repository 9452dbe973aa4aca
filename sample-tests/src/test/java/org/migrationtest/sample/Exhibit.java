package org.migrationtest.sample;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationtest.MigrationCheck;
import org.migrationtest.report.CheckReport;
import org.migrationtest.report.FindingText;

/**
 * A folder of the gallery: Flyway scripts, or a Liquibase changelog, of which the last is broken, {@code expected.txt} with all that a check says to
 * them, and where need be {@code check.properties} and a folder {@code changed} of scripts as they were changed after they
 * had been released.
 */
record Exhibit(String mistake) {
    static final Path GALLERY = Path.of("src", "test", "resources", "gallery");
    private static final String CHANGELOG = "changelog.yaml";

    static List<Exhibit> all() throws IOException {
        try (Stream<Path> folders = Files.list(GALLERY)) {
            return folders.map(folder -> new Exhibit(folder.getFileName().toString()))
                    .sorted((one, other) -> one.mistake.compareTo(other.mistake))
                    .toList();
        }
    }

    String expected() throws IOException {
        return Files.readString(folder().resolve("expected.txt")).stripTrailing();
    }

    /** What a check says, with the working folder left out of paths. */
    String actual(Path work) throws IOException, InterruptedException {
        boolean released = Files.exists(folder().resolve("changed"));
        String location = released ? "filesystem:" + release(work.toRealPath()) : "classpath:gallery/" + mistake;
        CheckReport report = check(location)
                .databases("postgres:17")
                .rows(0)
                .properties(properties())
                .run();
        return FindingText.of(report.findings()).replace(work.toRealPath() + "/", "");
    }

    private MigrationCheck check(String location) {
        return Files.exists(folder().resolve(CHANGELOG))
                ? MigrationCheck.of("liquibase", location + "/" + CHANGELOG)
                : MigrationCheck.of("flyway", location);
    }

    private Path folder() {
        return GALLERY.resolve(mistake);
    }

    private Map<String, String> properties() throws IOException {
        Path file = folder().resolve("check.properties");
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    /** Releases the scripts, tagged as such in a git repository of their own, and changes them. */
    private Path release(Path work) throws IOException, InterruptedException {
        copy(folder(), work);
        git(work, "init", "--quiet");
        git(work, "add", "--all");
        git(work, "commit", "--quiet", "--no-gpg-sign", "--message", "Release");
        git(work, "tag", "released");
        copy(folder().resolve("changed"), work);
        return work;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> scripts = Files.newDirectoryStream(from, "*.sql")) {
            for (Path script : scripts) {
                Files.copy(script, to.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void git(Path folder, String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Gallery", "-c", "user.email=gallery@example.org"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
    }

    @Override
    public String toString() {
        return mistake;
    }
}
