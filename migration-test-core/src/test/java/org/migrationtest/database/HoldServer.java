package org.migrationtest.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Starts servers, says {@code RUNS} and their origins, and ends when its input does. Says {@code REFUSED} and why, and
 * ends with status 3, if it gets no server.
 */
public final class HoldServer {
    private HoldServer() {}

    /**
     * Starts, says and waits.
     *
     * @param arguments the provider, then the versions; the properties {@code cache}, {@code data} and
     *     {@code repository} are settings
     */
    public static void main(String[] arguments) throws IOException {
        DatabaseSettings settings = new DatabaseSettings(
                arguments[0],
                property("cache").map(Path::of),
                property("data").map(Path::of),
                property("repository"),
                Optional.empty());
        try {
            List<String> origins = new ArrayList<>();
            for (String version : Arrays.asList(arguments).subList(1, arguments.length)) {
                DatabaseServer server = DatabaseServers.get(EngineVersion.parse(version), settings);
                server.create("held");
                origins.add(server.origin());
            }
            System.out.println("RUNS " + String.join(" AND ", origins));
            while (System.in.read() >= 0) {
                // Only the end counts.
            }
        } catch (DatabaseUnavailableException e) {
            System.out.println("REFUSED " + e.getMessage());
            System.exit(3);
        }
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name));
    }
}
