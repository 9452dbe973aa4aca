package org.migrationtest.schema;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One property of a schema object that differs between two snapshots.
 *
 * @param property the name of the property
 * @param before its value before, or null where the object did not have it
 * @param after its value after, or null where the object no longer has it
 */
public record PropertyChange(
        String property, @Nullable String before, @Nullable String after) {
    public PropertyChange {
        requireNonNull(property, "property is null");
    }
}
