package org.migrationtest.source.flyway;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;

/** A Flyway that is used in one phase only. It sees what the spotlight is on. */
final class Stage {
    private final Spotlight spotlight;
    private final Flyway flyway;

    Stage(FlywaySettings settings, FlywayFiles files, Phase phase, DataSource dataSource) {
        spotlight = new Spotlight(files, phase);
        FluentConfiguration configuration =
                phase == Phase.DOWN ? settings.undoConfiguration() : settings.configuration();
        flyway = configuration
                .dataSource(dataSource)
                .resourceProvider(spotlight)
                .javaMigrationClassProvider(spotlight)
                .callbacks(Stream.of(settings.callbacks()).map(phase::wrap).toArray(Callback[]::new))
                // To one that sees a single script, all others in the history are missing.
                .validateOnMigrate(false)
                .load();
    }

    /**
     * Runs nothing but Flyway's own preparations.
     *
     * @return how many migrations ran
     */
    int migrate() {
        return flyway.migrate().migrationsExecuted;
    }

    int migrate(FlywayMigration.Up up) {
        spotlight.on(up);
        return migrate();
    }

    int migrate(LoadableResource script) {
        spotlight.on(script);
        return migrate();
    }
}
