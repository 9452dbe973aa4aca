package org.migrationtest.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        difference.examples().forEach(example -> lines.add(example(example)));
        return lines;
    }

    static List<String> lines(Orphans orphans) {
        List<String> lines = new ArrayList<>();
        lines.add(orphans.table() + " (" + String.join(", ", orphans.columns()) + "): " + rows(orphans.rows())
                + " without a counterpart in " + orphans.referenced() + ", foreign key " + orphans.constraint());
        orphans.examples()
                .forEach(key -> lines.add(IntStream.range(0, key.size())
                        .mapToObj(at -> orphans.columns().get(at) + "=" + value(key.get(at)))
                        .collect(Collectors.joining(", "))));
        return lines;
    }

    static String summary(Orphans orphans) {
        return rows(orphans.rows()) + " in " + orphans.table() + " by " + String.join(", ", orphans.columns());
    }

    static String counts(Map<TableName, Long> rows) {
        return rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(table -> rows(table.getValue()) + " in " + table.getKey())
                .collect(Collectors.joining(", "));
    }

    /** The first of these differences in a few words. */
    static String summary(List<TableDifference> differences) {
        TableDifference first = differences.get(0);
        String of = " of " + first.rowsBefore() + " in " + first.table();
        String more = differences.size() == 1 ? "" : ", and more in " + tables(differences.size() - 1);
        if (first.lost() > 0) {
            return rows(first.lost()) + of + " lost" + more;
        }
        return first.changed().entrySet().stream()
                        .findFirst()
                        .map(column -> column.getKey() + " of " + rows(column.getValue()) + of + " changed")
                        .orElseGet(() -> rows(first.added()) + " in " + first.table() + " that were not there before")
                + more;
    }

    private static String tables(int count) {
        return count == 1 ? "1 table" : count + " tables";
    }

    private static String example(RowExample example) {
        Map<String, @Nullable String> before = example.before();
        Map<String, @Nullable String> after = example.after();
        if (before == null || after == null) {
            return before == null ? "new: " + row(after) : "lost: " + row(before);
        }
        List<String> differing = before.keySet().stream()
                .filter(column -> after.containsKey(column) && !Objects.equals(before.get(column), after.get(column)))
                .map(column -> column + " was " + value(before.get(column)) + ", is " + value(after.get(column)))
                .toList();
        return before.keySet().stream()
                        .filter(column -> Objects.equals(before.get(column), after.get(column)))
                        .findFirst()
                        .map(column -> "where " + column + " is " + value(before.get(column)) + ": ")
                        .orElse("")
                + String.join("; ", differing);
    }

    private static String row(@Nullable Map<String, @Nullable String> row) {
        return row == null
                ? "nothing"
                : row.entrySet().stream()
                        .map(column -> column.getKey() + "=" + value(column.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String value(@Nullable String value) {
        return value == null ? "NULL" : "'" + value + "'";
    }

    static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
