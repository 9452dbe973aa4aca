package org.migrationtest.source;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * What a user decided about where migrations come from.
 *
 * @param locations {@code classpath:…} or {@code filesystem:…}; empty for the tool's conventional place. For Liquibase
 *     the changelog file.
 * @param options further settings by the tool's own names, without the tool's prefix ({@code placeholders.suffix},
 *     {@code schemas}, {@code contexts}); an unknown one is an error
 * @param classLoader where class-path locations, Java migrations and callbacks are looked up
 */
public record SourceSettings(List<String> locations, Map<String, String> options, ClassLoader classLoader) {
    public SourceSettings {
        requireNonNull(classLoader, "classLoader is null");
        locations = List.copyOf(locations);
        options = Map.copyOf(options);
    }
}
