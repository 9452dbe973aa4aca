package org.migrationtest.seed;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import org.migrationtest.schema.TableName;

/**
 * What to fill.
 *
 * @param tables the tables, in any order; tables they reference that are empty and not named are not filled, and the
 *     reference is NULL or reported. A partitioned table is filled through its root or its partitions, whichever is named.
 * @param rowsPerTable rows to add to each; for {@link Purpose#HINTED} of no account
 * @param seed what every value is derived from
 * @param purpose what the rows are for
 * @param hints what is known of some of the tables
 */
public record SeedRequest(
        Set<TableName> tables, long rowsPerTable, long seed, Purpose purpose, Map<TableName, TableHints> hints) {
    /** What rows are for, which decides how usual they are. */
    public enum Purpose {
        /** Rows as production has them, much of a kind; bulk load, and the keys of the rows are not reported. */
        VOLUME,
        /** The rows of {@link TableHints#rows} and no others, as far as there are none like them. */
        HINTED,
        /**
         * A few rows that use all that the schema allows: NULL wherever it may be, the longest text, every label of an
         * enum, extremes of numbers and dates. Beside these the rows of {@link TableHints#rows}, and in a table that
         * {@link TableHints#changed} some that differ from another one in nothing but what the schema demands, and one
         * that refers to nothing where no foreign key is in the way. The keys of all these rows are reported.
         */
        EXERCISE
    }

    public SeedRequest {
        requireNonNull(purpose, "purpose is null");
        tables = Set.copyOf(tables);
        hints = Map.copyOf(hints);
        if (rowsPerTable < 0) {
            throw new IllegalArgumentException("rowsPerTable is " + rowsPerTable + ", less than nothing");
        }
    }

    /** A request without hints. */
    public SeedRequest(Set<TableName> tables, long rowsPerTable, long seed, Purpose purpose) {
        this(tables, rowsPerTable, seed, purpose, Map.of());
    }

    /** What is known of a table. */
    public TableHints hints(TableName table) {
        return hints.getOrDefault(table, TableHints.NONE);
    }
}
