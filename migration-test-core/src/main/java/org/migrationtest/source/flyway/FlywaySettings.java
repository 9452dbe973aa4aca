package org.migrationtest.source.flyway;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.migrationtest.source.MigrationSourceException;
import org.migrationtest.source.SourceSettings;

/** The user's settings, as configurations of Flyway. */
final class FlywaySettings {
    private static final String CONNECTION = "the run decides which database Flyway works on";
    private static final String ORDER = "the run decides which migrations are applied and when";

    /** Settings that would work against the run. */
    private static final Map<String, String> DECIDED = Map.ofEntries(
            Map.entry("url", CONNECTION),
            Map.entry("user", CONNECTION),
            Map.entry("password", CONNECTION),
            Map.entry("driver", CONNECTION),
            Map.entry("environment", CONNECTION),
            Map.entry("target", ORDER),
            Map.entry("cherryPick", ORDER),
            Map.entry("skipExecutingMigrations", ORDER),
            Map.entry("dryRunOutput", ORDER),
            Map.entry("resolvers", "migrations of custom resolvers cannot be applied one at a time"),
            Map.entry("skipDefaultResolvers", "migrations of custom resolvers cannot be applied one at a time"),
            Map.entry("locations", "locations have their own setting, migrationtest.locations"));

    /**
     * Settings that are not Flyway's to read: those of its plug-ins, which Flyway 13 takes from a map only where Jackson
     * is on the class path, and those that say which callbacks there are, since a session shows Flyway those of one phase.
     */
    private static final String UNDO_PREFIX = "undoSqlMigrationPrefix";

    private static final String BASELINE_PREFIX = "baselineMigrationPrefix";
    private static final String CALLBACK_LOCATIONS = "callbackLocations";
    private static final String CALLBACKS = "callbacks";
    private static final String TRANSACTIONAL_LOCK = "postgresql.transactional.lock";
    private static final List<String> READ_HERE =
            List.of(UNDO_PREFIX, BASELINE_PREFIX, CALLBACK_LOCATIONS, CALLBACKS, TRANSACTIONAL_LOCK);

    private final SourceSettings settings;

    FlywaySettings(SourceSettings settings) {
        this.settings = settings;
        settings.options().keySet().stream()
                .sorted()
                .filter(DECIDED::containsKey)
                .findFirst()
                .ifPresent(option -> {
                    throw new MigrationSourceException("The Flyway option '" + option + "' cannot be set here: "
                            + DECIDED.get(option) + ". Remove it from the options of the source.");
                });
        configuration();
    }

    /** A new configuration as the user has it in production, but without a database and without callbacks. */
    FluentConfiguration configuration() {
        FluentConfiguration configuration =
                Flyway.configure(settings.classLoader()).loggers("slf4j");
        try {
            configuration.configuration(settings.options().entrySet().stream()
                    .filter(option -> !READ_HERE.contains(option.getKey()))
                    .collect(toMap(option -> "flyway." + option.getKey(), Map.Entry::getValue)));
            if (!settings.locations().isEmpty()) {
                configuration.locations(settings.locations().toArray(String[]::new));
            }
        } catch (FlywayException refused) {
            throw new MigrationSourceException(
                    "Flyway does not take the options of the source, " + settings.options() + ", with the locations "
                            + settings.locations() + ": " + refused.getMessage()
                            + ". Options are Flyway's own properties without 'flyway.', for example placeholders.name or"
                            + " defaultSchema; correct or remove the one that is named.",
                    refused);
        }
        releaseLock(configuration);
        return configuration;
    }

    /**
     * Else Flyway's own transaction stays open, and CREATE INDEX CONCURRENTLY waits for it for ever
     * (https://github.com/flyway/flyway/issues/3961).
     */
    @SuppressWarnings("deprecation") // What replaces getPlugin is not in Flyway 10.
    private static void releaseLock(FluentConfiguration configuration) {
        configuration
                .getPluginRegister()
                .getPlugin(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
    }

    /** The same for undo scripts: to this Flyway they are its versioned migrations. */
    FluentConfiguration undoConfiguration() {
        return configuration().sqlMigrationPrefix(undoPrefix());
    }

    /** Where callbacks are looked up, when not where the migrations are. */
    Optional<FluentConfiguration> callbackConfiguration() {
        return Optional.ofNullable(settings.options().get(CALLBACK_LOCATIONS))
                .map(locations -> configuration().locations(locations.split(",")));
    }

    /** The user's Java callbacks. */
    Callback[] callbacks() {
        String names = settings.options().get(CALLBACKS);
        return names == null
                ? new Callback[0]
                : configuration().callbacks(names.split(",")).getCallbacks();
    }

    String undoPrefix() {
        return settings.options().getOrDefault(UNDO_PREFIX, "U");
    }

    String baselinePrefix() {
        return settings.options().getOrDefault(BASELINE_PREFIX, "B");
    }

    List<Location> locations() {
        return Arrays.asList(configuration().getLocations());
    }

    /** For messages: which setting decided where to look. */
    String locationSetting() {
        return settings.locations().isEmpty()
                ? "no location was set, so Flyway's default applies"
                : "set by locations in @MigrationTest, by migrationtest.locations, or by locations(...)";
    }

    ClassLoader classLoader() {
        return settings.classLoader();
    }
}
