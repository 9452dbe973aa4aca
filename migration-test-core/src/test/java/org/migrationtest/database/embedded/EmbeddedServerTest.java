package org.migrationtest.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.PostgresServerContract;

/** The oldest supported major, the one on the class path, and the newest. */
final class EmbeddedServerTest {
    static DatabaseServer server(String version) {
        return DatabaseServers.get(
                EngineVersion.parse(version), new DatabaseSettings("embedded", Optional.empty(), Optional.empty()));
    }

    @Nested
    class Postgres13 extends PostgresServerContract {
        @Override
        protected DatabaseServer server() {
            return EmbeddedServerTest.server("postgres:13");
        }
    }

    @Nested
    class Postgres17 extends PostgresServerContract {
        @Override
        protected DatabaseServer server() {
            return EmbeddedServerTest.server("postgres:17");
        }
    }

    @Nested
    class Postgres18 extends PostgresServerContract {
        @Override
        protected DatabaseServer server() {
            return EmbeddedServerTest.server("postgres:18");
        }
    }

    @Test
    void says_where_it_comes_from_and_why() {
        DatabaseServer server = server("postgres:17");
        assertThat(server.origin())
                .matches("embedded PostgreSQL 17[.0-9-]+ with its data in /[^ ]+/migration-test-postgres-[^ ]+,"
                        + " as the provider 'embedded' was asked for")
                .startsWith("embedded PostgreSQL " + server.version() + ".");
    }
}
