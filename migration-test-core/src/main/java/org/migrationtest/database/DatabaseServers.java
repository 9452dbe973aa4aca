package org.migrationtest.database;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationtest.database.Availability.Available;

/** The servers of this JVM: one per engine version and settings, started when first asked for. */
public final class DatabaseServers {
    /** What {@link DatabaseSettings#AUTO} tries first; then comes what third parties add. */
    private static final List<String> PREFERRED = List.of("container", "embedded");

    private static final Map<Request, Slot> SLOTS = new ConcurrentHashMap<>();

    private DatabaseServers() {}

    /**
     * The server for an engine version, started if it is not running yet. Thread-safe: whoever asks for the same while
     * it starts, waits and gets the same one. It is closed when the JVM ends; callers do not close it. A failed start is
     * not remembered: the next call tries again.
     *
     * @throws DatabaseUnavailableException if no provider can serve it, or the chosen one cannot; the message says why
     *     for each provider that was asked
     */
    public static DatabaseServer get(EngineVersion wanted, DatabaseSettings settings) {
        return SLOTS.computeIfAbsent(new Request(wanted, settings), Slot::new).server();
    }

    private record Request(EngineVersion wanted, DatabaseSettings settings) {}

    /** Starts its server once; the others wait at its monitor, and requests for other versions do not. */
    private static final class Slot {
        private final Request request;
        private @Nullable DatabaseServer server;

        Slot(Request request) {
            this.request = request;
        }

        synchronized DatabaseServer server() {
            DatabaseServer started = server;
            if (started == null) {
                started = start(request.wanted(), request.settings());
                Runtime.getRuntime().addShutdownHook(new Thread(started::close, "migration-test: close " + request));
                server = started;
            }
            return started;
        }
    }

    private static DatabaseServer start(EngineVersion wanted, DatabaseSettings settings) {
        boolean auto = settings.provider().equals(DatabaseSettings.AUTO);
        List<String> reasons = new ArrayList<>();
        for (DatabaseProvider provider : candidates(settings)) {
            Availability availability = provider.availability(wanted, settings);
            if (availability instanceof Available) {
                try {
                    return provider.start(wanted, settings, because(provider, availability, settings, reasons));
                } catch (DatabaseUnavailableException e) {
                    if (!auto) {
                        throw e;
                    }
                    reasons.add(provider.name() + ": " + e.getMessage());
                }
            } else {
                reasons.add(provider.name() + ": " + availability.reason() + ".");
            }
        }
        throw new DatabaseUnavailableException("No database for " + wanted
                + " (asked for in @Databases, in the property migrationtest.databases, or in databases(...))."
                + " The provider is '" + settings.provider()
                + "' (property migrationtest.provider).\n"
                + String.join("\n", reasons));
    }

    private static String because(
            DatabaseProvider provider, Availability availability, DatabaseSettings settings, List<String> reasons) {
        if (!settings.provider().equals(DatabaseSettings.AUTO)) {
            return "as the provider '" + provider.name() + "' was asked for";
        }
        return reasons.isEmpty()
                ? "because " + availability.reason()
                : "because there is no " + String.join(" There is no ", reasons);
    }

    private static List<DatabaseProvider> candidates(DatabaseSettings settings) {
        List<DatabaseProvider> all =
                ServiceLoader.load(DatabaseProvider.class, DatabaseServers.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .sorted(Comparator.comparing(DatabaseServers::rank).thenComparing(DatabaseProvider::name))
                        .toList();
        if (settings.provider().equals(DatabaseSettings.AUTO)) {
            return all.stream()
                    .filter(provider -> !provider.name().equals(DatabaseSettings.EXTERNAL))
                    .toList();
        }
        List<DatabaseProvider> chosen = all.stream()
                .filter(provider -> provider.name().equals(settings.provider()))
                .toList();
        if (chosen.isEmpty()) {
            throw new DatabaseUnavailableException("'" + settings.provider()
                    + "' is no provider of databases (property migrationtest.provider). There are: "
                    + DatabaseSettings.AUTO + ", "
                    + all.stream().map(DatabaseProvider::name).collect(Collectors.joining(", ")) + ".");
        }
        return chosen;
    }

    private static int rank(DatabaseProvider provider) {
        int position = PREFERRED.indexOf(provider.name());
        return position < 0 ? PREFERRED.size() : position;
    }
}
