package org.migrationtest.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationtest.data.Orphans;
import org.migrationtest.data.RowExample;
import org.migrationtest.data.TableDifference;
import org.migrationtest.schema.TableName;

/** Tells differing rows to a person, a few of them in full. */
final class RowText {
    private RowText() {}

    static List<String> lines(TableDifference difference) {
        List<String> lines = new ArrayList<>();
        String table = difference.table().toString();
        if (difference.lost() > 0) {
            lines.add(table + ": " + rows(difference.lost()) + " of " + difference.rowsBefore() + " lost");
        }
        if (difference.added() > 0) {
            lines.add(table + ": " + rows(difference.added()) + " that were not there before");
        }
        difference
                .changed()
                .forEach((column, count) -> lines.add(
                        table + "." + column + ": " + rows(count) + " of " + difference.rowsBefore() + " changed"));
        difference.examples().forEach(example -> lines.add("  " + example(example)));
        return lines;
    }

    static List<String> lines(Orphans orphans) {
        List<String> lines = new ArrayList<>();
        lines.add(orphans.table() + " (" + String.join(", ", orphans.columns()) + "): " + rows(orphans.rows())
                + " without a counterpart in " + orphans.referenced() + " (foreign key " + orphans.constraint() + ")");
        orphans.examples().forEach(key -> lines.add("  " + String.join(", ", key)));
        return lines;
    }

    static String counts(Map<TableName, Long> rows) {
        return rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(table -> rows(table.getValue()) + " in " + table.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String example(RowExample example) {
        Map<String, @Nullable String> before = example.before();
        Map<String, @Nullable String> after = example.after();
        if (before == null) {
            return "new: " + row(after);
        }
        if (after == null) {
            return "lost: " + row(before);
        }
        return "was: " + row(before) + System.lineSeparator() + "    is:  " + row(after);
    }

    private static String row(@Nullable Map<String, @Nullable String> row) {
        if (row == null) {
            return "nothing";
        }
        return row.entrySet().stream()
                .map(column -> column.getKey() + "=" + (column.getValue() == null ? "NULL" : column.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
