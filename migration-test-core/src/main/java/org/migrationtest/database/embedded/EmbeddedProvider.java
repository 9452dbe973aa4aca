package org.migrationtest.database.embedded;

import java.io.IOException;
import java.util.Optional;
import org.migrationtest.database.Availability;
import org.migrationtest.database.Availability.Available;
import org.migrationtest.database.Availability.Unavailable;
import org.migrationtest.database.DatabaseProvider;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.DatabaseUnavailableException;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.PostgresServer;

/** PostgreSQL from binaries in Maven's repositories, for machines with nothing but a JDK. */
public final class EmbeddedProvider implements DatabaseProvider {
    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public Availability availability(EngineVersion wanted, DatabaseSettings settings) {
        Optional<String> refusal = PostgresServer.refusal(wanted);
        if (refusal.isPresent()) {
            return new Unavailable(refusal.get());
        }
        try {
            return new Available(Plan.of(wanted, settings).reason());
        } catch (DatabaseUnavailableException e) {
            return new Unavailable(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
        }
    }

    @Override
    public DatabaseServer start(EngineVersion wanted, DatabaseSettings settings, String because) {
        Plan plan = Plan.of(wanted, settings);
        Installation installation = plan.cache().installed(plan.release(), plan.jars(), plan.account());
        try {
            return Launch.server(wanted, installation, Folders.data(settings.data()), plan.account(), because);
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    "The embedded server for " + wanted + " could not be started: " + Reasons.of(e), e);
        }
    }
}
