package org.migrationtest.dialect.postgres;

import java.util.Optional;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.EngineVersion;

/** Servers to test against, from Maven's binaries. */
final class TestServers {
    static final String OLDEST = "postgres:13";
    static final String NEWEST = "postgres:18";

    private TestServers() {}

    static DatabaseServer get(String version) {
        return DatabaseServers.get(
                EngineVersion.parse(version), new DatabaseSettings("embedded", Optional.empty(), Optional.empty()));
    }
}
