package org.migrationtest.junit.assertion;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.migrationtest.TableRows;

/** What a test can demand of a table. */
public final class TableAssert extends AbstractAssert<TableAssert, TableRows> {
    TableAssert(TableRows table) {
        super(table, TableAssert.class);
    }

    /** It has so many rows. */
    public TableAssert hasRowCount(long expected) {
        isNotNull();
        long rows = actual.count();
        if (rows != expected) {
            failWithMessage("%nExpected %s to have %s rows, and it has %s.", actual, expected, rows);
        }
        return this;
    }

    /** It has no row. */
    public TableAssert isEmpty() {
        return hasRowCount(0);
    }

    /** Every row has a value in that column; a table without rows has not, since then nothing was looked at. */
    public TableAssert hasNoNulls(String column) {
        isNotNull();
        long rows = actual.count();
        long nulls = actual.nulls(column);
        if (rows == 0) {
            failWithMessage(
                    "%nExpected %s to have rows with a value in %s, and it has no rows at all.%nWrite some before the"
                            + " migration, by insert(...) or fill(...).",
                    actual, column);
        }
        if (nulls > 0) {
            failWithMessage(
                    "%nExpected every row of %s to have a value in %s, and %s of %s rows have NULL.",
                    actual, column, nulls, rows);
        }
        return this;
    }

    /** It has as many rows as before the last {@code up}, {@code down} or {@code to}. */
    public TableAssert hasSameRowCountAsBefore() {
        isNotNull();
        Optional<Long> before = actual.countBefore();
        if (before.isEmpty()) {
            failWithMessage("%nExpected %s to have as many rows as before, and it was not there before.", actual);
        }
        long rows = actual.count();
        if (!before.equals(Optional.of(rows))) {
            failWithMessage(
                    "%nExpected %s to have as many rows as before, which were %s, and it has %s.",
                    actual, before.orElse(0L), rows);
        }
        return this;
    }

    /**
     * It has the rows it had before the last {@code up}, {@code down} or {@code to}. Columns that appeared or went are
     * not compared.
     */
    public TableAssert hasSameRowsAsBefore() {
        isNotNull();
        if (actual.countBefore().isEmpty()) {
            failWithMessage("%nExpected %s to have the rows it had before, and it was not there before.", actual);
        }
        List<String> differences = actual.differences();
        if (!differences.isEmpty()) {
            failWithMessage(
                    "%nExpected %s to have the rows it had before:%n  - %s",
                    actual, String.join(System.lineSeparator() + "  - ", differences));
        }
        return this;
    }

    /** Goes on with the values of a column, which come in no particular order. */
    public ListAssert<Object> column(String column) {
        isNotNull();
        return Assertions.assertThat(actual.values(column)).as("column %s of %s", column, actual);
    }
}
