package org.migrationtest.database.container;

import java.util.Optional;
import org.migrationtest.database.Availability;
import org.migrationtest.database.Availability.Unavailable;
import org.migrationtest.database.DatabaseProvider;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.PostgresServer;

/** PostgreSQL in a container, from the image that the user names: {@code postgres:17} is just that. */
public final class ContainerProvider implements DatabaseProvider {
    @Override
    public String name() {
        return "container";
    }

    @Override
    public Availability availability(EngineVersion wanted, DatabaseSettings settings) {
        Optional<String> refusal = PostgresServer.refusal(wanted);
        if (refusal.isPresent()) {
            return new Unavailable(refusal.get());
        }
        try {
            Class.forName(
                    "org.testcontainers.containers.GenericContainer", false, ContainerProvider.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return new Unavailable("Testcontainers is not on the class path; add the dependency"
                    + " org.testcontainers:testcontainers in test scope");
        }
        return Engine.availability();
    }

    @Override
    public DatabaseServer start(EngineVersion wanted, DatabaseSettings settings, String because) {
        return Containers.start(wanted, because);
    }
}
