package org.migrationtest.database.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.PostgresServerContract;

@Tag("docker")
final class ContainerServerTest {
    static DatabaseServer server(String version) {
        return DatabaseServers.get(
                EngineVersion.parse(version), new DatabaseSettings("container", Optional.empty(), Optional.empty()));
    }

    @Nested
    class Postgres15 extends PostgresServerContract {
        @Override
        protected DatabaseServer server() {
            return ContainerServerTest.server("postgres:15");
        }
    }

    @Nested
    class Postgres17 extends PostgresServerContract {
        @Override
        protected DatabaseServer server() {
            return ContainerServerTest.server("postgres:17");
        }
    }

    @Nested
    class Postgres18 extends PostgresServerContract {
        @Override
        protected DatabaseServer server() {
            return ContainerServerTest.server("postgres:18");
        }
    }

    @Test
    void says_where_it_comes_from_and_why() {
        assertThat(server("postgres:17").origin())
                .matches("container of the image postgres:17 with its data (in memory|on disk),"
                        + " as the provider 'container' was asked for");
    }

    @Test
    void is_what_auto_chooses_where_an_engine_answers() {
        assertThat(DatabaseServers.get(EngineVersion.parse("postgres:17"), DatabaseSettings.defaults())
                        .origin())
                .matches("container of the image postgres:17 with its data (in memory|on disk),"
                        + " because a Docker engine answers at [^ ]+");
    }
}
