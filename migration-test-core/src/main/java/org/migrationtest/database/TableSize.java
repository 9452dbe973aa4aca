package org.migrationtest.database;

import static java.util.Objects.requireNonNull;

import org.migrationtest.schema.TableName;

/**
 * The size of a table.
 *
 * @param table the table
 * @param rows its rows, an estimate where the engine has only that
 * @param bytes what it takes on disk with its indexes
 */
public record TableSize(TableName table, long rows, long bytes) {
    public TableSize {
        requireNonNull(table, "table is null");
    }
}
