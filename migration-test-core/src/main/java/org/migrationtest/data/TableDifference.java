package org.migrationtest.data;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationtest.schema.TableName;

/**
 * How the rows of a table differ between two states.
 *
 * @param table the table
 * @param rowsBefore rows in the earlier state
 * @param rowsAfter rows in the later state
 * @param lost rows of the earlier state that have no counterpart in the later one; rows are matched by primary key where
 *     both states have the same, by their whole content else
 * @param added rows of the later state that have no counterpart in the earlier one
 * @param changed matched rows that differ in a column, counted by that column
 * @param examples up to five of these rows
 */
public record TableDifference(
        TableName table,
        long rowsBefore,
        long rowsAfter,
        long lost,
        long added,
        SortedMap<String, Long> changed,
        List<RowExample> examples) {
    /** How many rows are shown at most. */
    public static final int MAX_EXAMPLES = 5;

    public TableDifference {
        requireNonNull(table, "table is null");
        changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
        examples = List.copyOf(examples);
        if (examples.size() > MAX_EXAMPLES) {
            throw new IllegalArgumentException(examples.size() + " examples, at most " + MAX_EXAMPLES + " are shown");
        }
    }

    /** Whether the rows are the same after all. */
    public boolean isEmpty() {
        return lost == 0 && added == 0 && changed.isEmpty();
    }
}
