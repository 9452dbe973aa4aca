package org.migrationtest.database.embedded;

import java.util.Optional;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.PostgresServerContract;

final class EmbeddedServerTest extends PostgresServerContract {
    static final DatabaseSettings EMBEDDED = new DatabaseSettings("embedded", Optional.empty(), Optional.empty());

    @Override
    protected DatabaseServer server() {
        return DatabaseServers.get(EngineVersion.parse("postgres:17"), EMBEDDED);
    }
}
