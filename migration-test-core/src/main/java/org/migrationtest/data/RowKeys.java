package org.migrationtest.data;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.migrationtest.schema.TableName;

/**
 * Chosen rows of a table by the values of a key.
 *
 * @param table the table
 * @param columns the key's columns; empty where the table has no usable key, and then {@code values} is empty too
 * @param values a key a row, each value as the engine prints it; as many values as there are columns
 */
public record RowKeys(TableName table, List<String> columns, List<List<String>> values) {
    public RowKeys {
        requireNonNull(table, "table is null");
        columns = List.copyOf(columns);
        values = values.stream().map(List::copyOf).toList();
        for (List<String> key : values) {
            if (key.size() != columns.size() || columns.isEmpty()) {
                throw new IllegalArgumentException("key " + key + " does not fit columns " + columns + " of " + table);
            }
        }
    }

    /** No rows of that table. */
    public static RowKeys none(TableName table) {
        return new RowKeys(table, List.of(), List.of());
    }
}
