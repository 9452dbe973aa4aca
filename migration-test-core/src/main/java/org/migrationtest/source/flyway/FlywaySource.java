package org.migrationtest.source.flyway;

import org.flywaydb.core.internal.license.VersionPrinter;
import org.migrationtest.source.MigrationCatalog;
import org.migrationtest.source.MigrationSession;
import org.migrationtest.source.MigrationSource;
import org.migrationtest.source.MigrationTarget;

/** A project's Flyway migrations. */
final class FlywaySource implements MigrationSource {
    private final FlywaySettings settings;

    FlywaySource(FlywaySettings settings) {
        this.settings = settings;
    }

    @Override
    public String tool() {
        return "Flyway " + VersionPrinter.getVersion();
    }

    @Override
    public MigrationCatalog discover() {
        return FlywayFiles.read(settings).toCatalog();
    }

    @Override
    public MigrationSession open(MigrationCatalog catalog, MigrationTarget target) {
        return new FlywaySession(settings, FlywayFiles.read(settings), target);
    }
}
