package org.migrationtest.datagen.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique index or an exclusion constraint.
 *
 * @param name the index's name
 * @param definition the index as the engine prints it
 * @param columns the columns its keys read, in the keys' order
 * @param primary whether it is the primary key
 * @param expression whether a key is an expression over the columns
 * @param predicate the predicate of a partial index
 * @param nullsEqual whether NULL may occur only once
 * @param deferrable whether rows are checked by trigger, later
 */
public record Unique(
        String name,
        String definition,
        List<String> columns,
        boolean primary,
        boolean expression,
        @Nullable String predicate,
        boolean nullsEqual,
        boolean deferrable) {
    public Unique {
        columns = List.copyOf(columns);
    }
}
