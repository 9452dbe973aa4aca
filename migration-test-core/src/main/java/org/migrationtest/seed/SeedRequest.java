package org.migrationtest.seed;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.migrationtest.schema.TableName;

/**
 * What to fill.
 *
 * @param tables the tables, in any order; tables they reference that are empty and not named are not filled, and the
 *     reference is NULL or reported. A partitioned table is filled through its root or its partitions, whichever is named.
 * @param rowsPerTable rows to add to each
 * @param seed what every value is derived from
 * @param purpose what the rows are for
 */
public record SeedRequest(Set<TableName> tables, long rowsPerTable, long seed, Purpose purpose) {
    /** What rows are for, which decides how usual they are. */
    public enum Purpose {
        /** Rows as production has them, much of a kind; bulk load, and the keys of the rows are not reported. */
        VOLUME,
        /**
         * A few rows that use all that the schema allows: NULL wherever it may be, the longest text, every label of an
         * enum, extremes of numbers and dates. The keys of these rows are reported.
         */
        EXERCISE
    }

    public SeedRequest {
        requireNonNull(purpose, "purpose is null");
        tables = Set.copyOf(tables);
        if (rowsPerTable < 0) {
            throw new IllegalArgumentException("rowsPerTable is " + rowsPerTable + ", less than nothing");
        }
    }
}
