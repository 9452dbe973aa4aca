package org.migrationtest.seed;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.migrationtest.data.RowKeys;
import org.migrationtest.schema.TableName;

/**
 * What was filled.
 *
 * @param rows rows added by table; a table that already had all rows it can have (a one-row table, an enum's worth) may
 *     get fewer than were asked for
 * @param keys for {@link SeedRequest.Purpose#EXERCISE} the primary keys of the rows added, by table; a table without a
 *     primary key has {@link RowKeys#none}
 * @param unfilled tables that could not be filled, and why
 */
public record SeedResult(Map<TableName, Long> rows, Map<TableName, RowKeys> keys, List<Unfilled> unfilled) {
    public SeedResult {
        rows = Map.copyOf(rows);
        keys = Map.copyOf(keys);
        unfilled = List.copyOf(unfilled);
    }

    /**
     * A table that could not be filled.
     *
     * @param table the table
     * @param constraint the constraint, type or trigger that stood in the way, with its definition
     * @param reason what was tried and what the server said
     */
    public record Unfilled(TableName table, String constraint, String reason) {
        public Unfilled {
            requireNonNull(table, "table is null");
            requireNonNull(constraint, "constraint is null");
            requireNonNull(reason, "reason is null");
        }
    }
}
