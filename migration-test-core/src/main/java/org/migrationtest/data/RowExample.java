package org.migrationtest.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row that differs, as shown to a person: values as the engine prints them, long ones shortened, NULL as null.
 *
 * @param before the row in the earlier state by column in the table's order, or null where it has no counterpart there
 * @param after the row in the later state, or null where it has no counterpart there
 */
public record RowExample(
        @Nullable Map<String, @Nullable String> before,
        @Nullable Map<String, @Nullable String> after) {
    public RowExample {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a row that is in neither state is no example");
        }
        before = copy(before);
        after = copy(after);
    }

    private static @Nullable Map<String, @Nullable String> copy(@Nullable Map<String, @Nullable String> row) {
        if (row == null) {
            return null;
        }
        Map<String, @Nullable String> ordered = new LinkedHashMap<>(row);
        return Collections.unmodifiableMap(ordered);
    }
}
