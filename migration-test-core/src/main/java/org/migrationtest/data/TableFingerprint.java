package org.migrationtest.data;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationtest.schema.TableName;

/**
 * The rows of a table, told by a count and, for each column, a hash that does not depend on the order of the rows.
 *
 * @param table the table
 * @param rows how many rows it has
 * @param columns the hash of each column by the column's name; a column hash covers the column's type and all its values,
 *     NULL told apart from every value
 * @param whole one hash over whole rows, by which two values that changed places between rows are seen
 */
public record TableFingerprint(TableName table, long rows, SortedMap<String, String> columns, String whole) {
    public TableFingerprint {
        requireNonNull(table, "table is null");
        requireNonNull(whole, "whole is null");
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    }
}
