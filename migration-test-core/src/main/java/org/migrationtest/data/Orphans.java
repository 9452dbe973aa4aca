package org.migrationtest.data;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.migrationtest.schema.TableName;

/**
 * Rows whose foreign key points at no row.
 *
 * @param table the referencing table
 * @param columns the referencing columns
 * @param referenced the referenced table
 * @param constraint the name the foreign key has, or had before it was lost
 * @param rows how many rows are orphaned
 * @param examples the key values of up to five of them, as the engine prints them
 */
public record Orphans(
        TableName table,
        List<String> columns,
        TableName referenced,
        String constraint,
        long rows,
        List<List<String>> examples) {
    public Orphans {
        requireNonNull(table, "table is null");
        requireNonNull(referenced, "referenced is null");
        requireNonNull(constraint, "constraint is null");
        columns = List.copyOf(columns);
        examples = examples.stream().map(List::copyOf).toList();
    }
}
