package org.migrationtest.database.container;

import com.github.dockerjava.api.DockerClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationtest.database.Availability;
import org.migrationtest.database.Availability.Available;
import org.migrationtest.database.Availability.Unavailable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/**
 * The Docker engine that Testcontainers finds, asked before Testcontainers starts anything: its own first question
 * starts a container.
 */
final class Engine {
    private Engine() {}

    /** Asked once per JVM: an engine that does not answer costs seconds. */
    static Availability availability() {
        return Asked.ANSWER;
    }

    /** A client of the engine, if that is available. */
    static DockerClient client() {
        return Client.INSTANCE;
    }

    private static final class Asked {
        static final Availability ANSWER = ask();
    }

    private static final class Client {
        static final DockerClient INSTANCE = DockerClientProviderStrategy.getClientForConfig(
                DockerClientFactory.instance().getTransportConfig());
    }

    private static Availability ask() {
        Optional<String> named = Optional.ofNullable(System.getenv("DOCKER_HOST"));
        if (named.isEmpty() && places().noneMatch(Files::exists)) {
            // Testcontainers would log an error, although nothing is wrong on a machine without Docker.
            return new Unavailable("no Docker engine answers: DOCKER_HOST is not set, and there is none of "
                    + String.join(", ", places().map(Path::toString).toList()) + "; start Docker, or set DOCKER_HOST");
        }
        try {
            String found = DockerClientFactory.instance()
                    .getTransportConfig()
                    .getDockerHost()
                    .toString();
            // Testcontainers goes on to the usual socket when the engine that the user named does not answer.
            return named.isEmpty() || named.get().equals(found)
                    ? new Available("a Docker engine answers at " + found)
                    : unavailable(named);
        } catch (IllegalStateException e) {
            return unavailable(named);
        }
    }

    private static Availability unavailable(Optional<String> named) {
        return new Unavailable("no Docker engine answers"
                + named.map(host -> " at " + host + " (environment variable DOCKER_HOST)")
                        .orElse("")
                + "; start it, or set DOCKER_HOST to one that runs");
    }

    /** Where an engine's socket, or a setting that leads to one, may be. */
    private static Stream<Path> places() {
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
            return Stream.of(Path.of("//./pipe/docker_engine"));
        }
        Path home = Path.of(System.getProperty("user.home", ""));
        Stream<Path> usual = Stream.of(
                Path.of("/var/run/docker.sock"),
                home.resolve(".docker/run/docker.sock"),
                home.resolve(".testcontainers.properties"));
        return Stream.concat(
                usual,
                Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR")).stream()
                        .map(folder -> Path.of(folder, "docker.sock")));
    }
}
