package org.migrationtest;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.migrationtest.seed.Seeder;
import org.migrationtest.source.MigrationSource;
import org.migrationtest.source.MigrationSourceException;
import org.migrationtest.source.SourceProvider;
import org.migrationtest.source.SourceSettings;

/** Finds what settings name among what is on the class path. */
final class Providers {
    private Providers() {}

    static MigrationSource source(CheckSettings settings, ClassLoader classLoader) {
        List<SourceProvider> providers = all(SourceProvider.class);
        SourceProvider provider = settings.source()
                .map(name -> named(providers, name))
                .orElseGet(() -> conventional(providers, classLoader));
        return provider.open(new SourceSettings(settings.locations(), settings.options(), classLoader));
    }

    private static SourceProvider named(List<SourceProvider> providers, String name) {
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MigrationSourceException("There is no migration source '" + name
                        + "'; known are " + names(providers) + ". It is set by migrationtest.source, or by source in"
                        + " @MigrationTest."));
    }

    private static SourceProvider conventional(List<SourceProvider> providers, ClassLoader classLoader) {
        List<SourceProvider> found = providers.stream()
                .filter(provider -> provider.foundAtConventionalPlace(classLoader))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new MigrationSourceException(
                found.isEmpty()
                        ? "No migrations were found at a conventional place: none of db/migration (Flyway),"
                                + " db/changelog/db.changelog-master.* (Liquibase) and db/migrations (SQL files) is on"
                                + " the class path. Name them by source and locations in"
                                + " @MigrationTest, or by migrationtest.source and migrationtest.locations."
                        : "Migrations of several tools were found at conventional places: " + names(found)
                                + ". Choose one by source in @MigrationTest, or by migrationtest.source.");
    }

    private static String names(List<SourceProvider> providers) {
        return providers.stream().map(SourceProvider::name).sorted().collect(Collectors.joining(", "));
    }

    /**
     * What fills the tables of a check; empty where no rows are wanted.
     *
     * @throws IllegalStateException if they are, and nothing there can make them
     */
    static Optional<Seeder> seeder(CheckSettings settings, String engine) {
        if (settings.rows() == 0 && settings.exerciseRows() == 0) {
            return Optional.empty();
        }
        Optional<Seeder> seeder = seeder(engine);
        if (seeder.isEmpty()) {
            throw new IllegalStateException("No rows can be generated: rows is " + settings.rows()
                    + " and exerciseRows is " + settings.exerciseRows() + ", but what generates rows for " + engine
                    + " is not on the class path. Add the dependency org.migrationtest:datagen in test scope, or test on"
                    + " the rows of the migrations alone by migrationtest.rows=0 and migrationtest.exerciseRows=0, or"
                    + " rows(0) and exerciseRows(0).");
        }
        return seeder;
    }

    static Optional<Seeder> seeder(String engine) {
        return all(Seeder.class).stream()
                .filter(seeder -> seeder.engine().equals(engine))
                .findFirst();
    }

    private static <T> List<T> all(Class<T> service) {
        return ServiceLoader.load(service, Providers.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
