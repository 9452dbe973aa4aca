package org.migrationtest.database.container;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseUnavailableException;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.PostgresServer;
import org.migrationtest.database.ServerLogin;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * Starts PostgreSQL in a container. The plain container, not the one of Testcontainers' PostgreSQL module: so the core
 * library is enough, and its lines 1.21 and 2 both serve.
 */
final class Containers {
    private static final int PORT = 5432;
    private static final String USER = "postgres";
    private static final String DATA = "/migration-test";

    /** Below this, test data may fill the memory of the engine's machine. */
    private static final long MEMORY_BYTES = 6L << 30;

    private static final long SHARED_MEMORY_BYTES = 1L << 30;

    private Containers() {}

    static DatabaseServer start(EngineVersion wanted, String because) {
        DockerImageName image = Images.required(wanted);
        Reaper.require();
        Owner.sweep();
        boolean inMemory = memory() >= MEMORY_BYTES;
        String password = PostgresServer.newRun() + PostgresServer.newRun();
        GenericContainer<?> container = container(image, password, inMemory);
        try {
            container.start();
            var login = new ServerLogin(
                    "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(PORT) + "/postgres",
                    USER,
                    password);
            String origin = "container of the image " + image.asCanonicalNameString() + " with its data "
                    + (inMemory ? "in memory" : "on disk") + ", " + because;
            return PostgresServer.started(wanted, origin, login, container::stop);
        } catch (SQLException | RuntimeException e) {
            String log = container.getContainerId() == null ? "" : " It said last:\n" + tail(container.getLogs());
            container.stop();
            throw new DatabaseUnavailableException(
                    "A container of the image " + image.asCanonicalNameString() + " for " + wanted
                            + " could not be started: " + e.getMessage() + "." + log,
                    e);
        }
    }

    private static GenericContainer<?> container(DockerImageName image, String password, boolean inMemory) {
        List<String> command = new ArrayList<>(List.of("postgres"));
        PostgresServer.TEST_SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        GenericContainer<?> container = new GenericContainer<>(image)
                .withExposedPorts(PORT)
                .withEnv("POSTGRES_PASSWORD", password)
                .withLabels(Owner.labels())
                .withSharedMemorySize(SHARED_MEMORY_BYTES)
                .withCommand(command.toArray(String[]::new))
                // The first server of the image's entry point only initialises.
                .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*\\s", 2)
                        .withStartupTimeout(Duration.ofSeconds(60)));
        if (inMemory) {
            container.withEnv("PGDATA", DATA + "/data").withTmpFs(Map.of(DATA, "rw"));
        }
        return container;
    }

    private static long memory() {
        Long bytes = Engine.client().infoCmd().exec().getMemTotal();
        return bytes == null ? 0 : bytes;
    }

    private static String tail(String log) {
        List<String> lines = log.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }
}
