package org.migrationtest.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.PostgresServerContract;
import org.migrationtest.database.TestDatabase;

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

        @Test
        void goes_on_after_somebody_has_ended_the_sessions_it_keeps() throws SQLException {
            try (TestDatabase witness = server().create("witness")) {
                assertThat(ask(
                                witness,
                                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = 'postgres'"
                                        + " AND backend_type = 'client backend'"))
                        .isNotEqualTo("0");
                try (TestDatabase after = server().create("after")) {
                    assertThat(ask(after, "SELECT current_database()")).isEqualTo(after.name());
                }
            }
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
