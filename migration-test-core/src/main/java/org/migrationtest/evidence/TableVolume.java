package org.migrationtest.evidence;

import static java.util.Objects.requireNonNull;

import org.migrationtest.schema.TableName;

/**
 * How large a table was that a step touched, to stand beside every duration.
 *
 * @param table the table
 * @param rows its rows
 * @param bytes what it took on disk with its indexes
 */
public record TableVolume(TableName table, long rows, long bytes) {
    public TableVolume {
        requireNonNull(table, "table is null");
    }
}
