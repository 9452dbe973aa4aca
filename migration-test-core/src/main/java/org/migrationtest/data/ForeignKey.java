package org.migrationtest.data;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.migrationtest.schema.TableName;

/**
 * A foreign key, as needed to look for orphans.
 *
 * @param constraint its name
 * @param table the referencing table
 * @param columns the referencing columns, in the constraint's order
 * @param referenced the referenced table
 * @param referencedColumns the referenced columns, in the same order
 * @param validated whether the engine vouches for the rows that are there
 */
public record ForeignKey(
        String constraint,
        TableName table,
        List<String> columns,
        TableName referenced,
        List<String> referencedColumns,
        boolean validated) {
    public ForeignKey {
        requireNonNull(constraint, "constraint is null");
        requireNonNull(table, "table is null");
        requireNonNull(referenced, "referenced is null");
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
        if (columns.isEmpty() || columns.size() != referencedColumns.size()) {
            throw new IllegalArgumentException(columns + " of " + table + " cannot reference " + referencedColumns);
        }
    }
}
