package org.migrationtest.source.flyway;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.Resource;
import org.migrationtest.source.flyway.FlywayMigration.Prefixes;

/** What there is to say about the places migrations are looked up in. */
final class FlywayPlaces {
    private static final Pattern LIKE_A_MIGRATION = Pattern.compile("(V[0-9].*|R)__[^$]*\\.class");

    private final FlywaySettings settings;

    FlywayPlaces(FlywaySettings settings) {
        this.settings = settings;
    }

    /** Locations that do not exist, which Flyway passes over. */
    List<String> missing() {
        return settings.locations().stream()
                .filter(location -> !exists(location))
                .map(location -> "The location " + location + " does not exist; it adds no migrations.")
                .toList();
    }

    String nothingFound(Prefixes prefixes, List<String> remarks) {
        String places = settings.locations().stream()
                .map(location -> location + (exists(location) ? "" : " (does not exist)"))
                .collect(joining(", "));
        String others = remarks.isEmpty() ? "" : " Found instead: " + String.join(" ", remarks);
        return "No Flyway migrations found. Looked in " + places + " (" + settings.locationSetting()
                + "). Put migrations there, named " + prefixes.versioned()
                + "1__description.sql, or set the location, for"
                + " example -Dmigrationtest.locations=filesystem:src/main/resources/db/migration." + others;
    }

    /** Classes named like migrations that Flyway passes over without a word. */
    List<String> unusableClasses(FlywayScan scan) {
        Set<String> usable = scan.classes().stream().map(Class::getName).collect(Collectors.toSet());
        return scan.files().stream()
                .filter(file -> LIKE_A_MIGRATION.matcher(file.getFilename()).matches())
                .map(FlywayPlaces::className)
                .filter(name -> !usable.contains(name))
                .flatMap(name -> unusable(name).stream())
                .toList();
    }

    private Optional<String> unusable(String name) {
        try {
            Class<?> type = Class.forName(name, false, settings.classLoader());
            if (!JavaMigration.class.isAssignableFrom(type)) {
                return Optional.of("The Java migration " + name + " is left out, as Flyway does: it does not implement "
                        + JavaMigration.class.getName() + ".");
            }
            type.getDeclaredConstructor().newInstance();
            return Optional.empty();
        } catch (ReflectiveOperationException | LinkageError broken) {
            return Optional.of("The Java migration " + name + " is left out, as Flyway does: it cannot be loaded ("
                    + broken + "). It was written for another Flyway, or needs a library that is not on the test class"
                    + " path.");
        }
    }

    private static String className(Resource file) {
        String path = file.getAbsolutePath();
        return path.substring(0, path.length() - ".class".length()).replace('/', '.');
    }

    private boolean exists(Location location) {
        String root = location.getRootPath();
        return location.getDescriptor().startsWith("filesystem:")
                ? Files.isDirectory(Path.of(root))
                : Stream.of(root, root + "/")
                        .anyMatch(name -> settings.classLoader().getResource(name) != null);
    }
}
