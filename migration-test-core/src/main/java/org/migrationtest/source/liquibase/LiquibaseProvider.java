package org.migrationtest.source.liquibase;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationtest.source.MigrationSource;
import org.migrationtest.source.MigrationSourceException;
import org.migrationtest.source.SourceProvider;
import org.migrationtest.source.SourceSettings;

/** Liquibase changelogs in XML, YAML, JSON and formatted SQL. Touches Liquibase's classes only in {@link #open}. */
public final class LiquibaseProvider implements SourceProvider {
    /** Where Spring Boot and Quarkus look by default, in this order. */
    private static final List<String> CONVENTIONAL = Stream.of("db/changelog/db.changelog-master", "db/changeLog")
            .flatMap(base -> Stream.of("yaml", "yml", "xml", "json", "sql").map(suffix -> base + "." + suffix))
            .toList();

    @Override
    public String name() {
        return "liquibase";
    }

    @Override
    public MigrationSource open(SourceSettings settings) {
        LiquibaseOptions options = LiquibaseOptions.of(settings.options());
        String location = location(settings);
        try {
            Class.forName("liquibase.Scope", false, LiquibaseProvider.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new MigrationSourceException(
                    "Liquibase is not on the class path, but the source 'liquibase' was asked for " + location
                            + ". Add the dependency org.liquibase:liquibase-core, with test scope at least.",
                    missing);
        }
        try {
            return new LiquibaseSource(
                    new ChangelogLocation(location, options.searchPath(), settings.classLoader()), options);
        } catch (LinkageError missing) {
            throw new MigrationSourceException(
                    "Liquibase does not start: " + missing
                            + ". An extension of it on the class path needs a class that is"
                            + " not there, or was built for another version; add its dependencies, or take it away.",
                    missing);
        }
    }

    @Override
    public boolean foundAtConventionalPlace(ClassLoader classLoader) {
        return conventional(classLoader).isPresent();
    }

    private static String location(SourceSettings settings) {
        List<String> locations = settings.locations();
        if (locations.size() > 1) {
            throw new MigrationSourceException(
                    "Liquibase starts from one root changelog, but the setting 'locations' names "
                            + locations.size() + ": " + String.join(", ", locations)
                            + ". Name the one that includes the others.");
        }
        if (!locations.isEmpty()) {
            return locations.get(0);
        }
        return conventional(settings.classLoader())
                .map(path -> "classpath:" + path)
                .orElseThrow(() -> new MigrationSourceException(
                        "No Liquibase changelog was found: the setting 'locations' is empty, and on the class path there is"
                                + " neither " + String.join(" nor ", CONVENTIONAL)
                                + ". Set locations to the root changelog, for example classpath:db/changelog/root.xml"
                                + " or filesystem:src/main/resources/db/changelog/root.xml."));
    }

    private static Optional<String> conventional(ClassLoader classLoader) {
        return CONVENTIONAL.stream()
                .filter(path -> classLoader.getResource(path) != null)
                .findFirst();
    }
}
