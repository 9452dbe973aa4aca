package org.migrationtest.evidence;

import static java.util.Objects.requireNonNull;

import org.migrationtest.schema.TableName;

/**
 * A table that holds no generated rows, so that nothing is known of what a migration does to its rows.
 *
 * @param table the table
 * @param constraint what stood in the way
 * @param reason what was tried and what the server said
 */
public record UnfilledTable(TableName table, String constraint, String reason) {
    public UnfilledTable {
        requireNonNull(table, "table is null");
        requireNonNull(constraint, "constraint is null");
        requireNonNull(reason, "reason is null");
    }
}
