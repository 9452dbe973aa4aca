package org.migrationtest.source.flyway;

import org.migrationtest.source.MigrationSource;
import org.migrationtest.source.MigrationSourceException;
import org.migrationtest.source.SourceProvider;
import org.migrationtest.source.SourceSettings;

/** Flyway as a source of migrations. Options are Flyway's own properties without {@code flyway.}. */
public final class FlywayProvider implements SourceProvider {
    @Override
    public String name() {
        return "flyway";
    }

    @Override
    public MigrationSource open(SourceSettings settings) {
        require("org.flywaydb.core.Flyway", "org.flywaydb:flyway-core:10.22.0 or newer");
        require(
                "org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension",
                "org.flywaydb:flyway-database-postgresql in the version of flyway-core");
        return new FlywaySource(new FlywaySettings(settings));
    }

    @Override
    public boolean foundAtConventionalPlace(ClassLoader classLoader) {
        return classLoader.getResource("db/migration") != null;
    }

    private static void require(String type, String coordinates) {
        try {
            Class.forName(type, false, FlywayProvider.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new MigrationSourceException(
                    "The source 'flyway' was chosen, but " + type + " is not on the class path. Add " + coordinates
                            + " as a test dependency, or choose another source with the property migrationtest.source.",
                    missing);
        }
    }
}
