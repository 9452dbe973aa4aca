package org.migrationtest.dialect.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.migrationtest.data.RowExample;
import org.migrationtest.data.TableDifference;
import org.migrationtest.schema.TableName;

/**
 * Compares, inside the engine, a table with the rows that were kept of it. Values are compared as texts, so that types
 * without equality (json) or with a tolerant one (1.0 = 1.00, citext) are compared exactly, and so that a column can be
 * compared with itself after its type has changed.
 */
final class RowComparison {
    private static final int SHOWN_CHARACTERS = 100;

    private final CanonicalReading reading;
    private final TableName table;
    private final List<String> columns;
    private final List<String> key;
    private final String before;
    private final String after;

    private RowComparison(
            CanonicalReading reading, TableName kept, TableShape keptShape, TableName table, Optional<TableShape> now) {
        this.reading = reading;
        this.table = table;
        TableShape afterShape = now.orElse(keptShape);
        Map<String, TableColumn> afterColumns =
                afterShape.columns().stream().collect(Collectors.toMap(TableColumn::name, Function.identity()));
        List<TableColumn> common = keptShape.columns().stream()
                .filter(column -> afterColumns.containsKey(column.name()))
                .toList();
        this.columns = common.stream().map(TableColumn::name).toList();
        this.key = now.filter(shape -> KeptRows.keyOf(shape).equals(keptShape.comment()))
                .map(TableShape::primaryKey)
                .orElse(List.of());
        this.before = texts(common, kept, "");
        this.after = now.isPresent()
                ? texts(columns.stream().map(afterColumns::get).toList(), table, "")
                : texts(common, kept, " WHERE false");
    }

    static TableDifference of(CanonicalReading reading, TableName kept, TableName table) throws SQLException {
        TableShape keptShape = TableShape.of(reading, kept)
                .orElseThrow(() -> new SQLException("No rows of " + table + " were kept under the name " + kept
                        + " in this session, or they were rolled back since."));
        RowComparison comparison = new RowComparison(reading, kept, keptShape, table, TableShape.of(reading, table));
        return comparison.key.isEmpty() ? comparison.byContent() : comparison.byKey();
    }

    /** Each column's text under the name c0, c1 and so on, computed once (hence OFFSET 0). */
    private static String texts(List<TableColumn> columns, TableName table, String where) {
        return "(SELECT true AS here"
                + IntStream.range(0, columns.size())
                        .mapToObj(i -> ", " + columns.get(i).textOrNull("t") + " AS c" + i)
                        .collect(Collectors.joining())
                + " FROM ONLY " + SqlNames.quoted(table) + " t" + where + " OFFSET 0)";
    }

    private TableDifference byKey() throws SQLException {
        String joined = " FROM " + before + " b FULL JOIN " + after + " a ON "
                + key.stream().map(name -> sides("=", columns.indexOf(name))).collect(Collectors.joining(" AND "));
        String counts = "SELECT count(b.here), count(a.here), count(*) FILTER (WHERE a.here IS NULL),"
                + " count(*) FILTER (WHERE b.here IS NULL)"
                + each(", ", i -> "count(*) FILTER (WHERE a.here AND b.here AND " + sides("IS DISTINCT FROM", i) + ")")
                + joined;
        String examples = "SELECT b.here, a.here" + each(", ", i -> shown("b.c" + i))
                + each(", ", i -> shown("a.c" + i)) + joined + " WHERE a.here IS NULL OR b.here IS NULL"
                + each(" OR ", i -> sides("IS DISTINCT FROM", i))
                + " ORDER BY "
                + key.stream()
                        .map(name -> "coalesce(b.c%1$d, a.c%1$d)".formatted(columns.indexOf(name)))
                        .collect(Collectors.joining(", "));
        return difference(counts, columns, examples);
    }

    /**
     * Equal rows cancel each other out, one for one: what is left on the one side is lost, on the other added. Grouping by
     * the constant as well makes one group where no column is left to compare.
     */
    private TableDifference byContent() throws SQLException {
        String all = each(", ", i -> "c" + i);
        String left = " FROM (SELECT here" + all + ", sum(n) AS n FROM (SELECT *, 1 AS n FROM " + before
                + " b UNION ALL SELECT *, -1 FROM " + after + " a) rows GROUP BY here" + all
                + " HAVING sum(n) <> 0) d";
        String counts = "SELECT (SELECT count(*) FROM " + before + " b), (SELECT count(*) FROM " + after + " a),"
                + " coalesce(sum(greatest(n, 0)), 0), coalesce(sum(greatest(-n, 0)), 0)" + left;
        String examples = "SELECT n > 0, n < 0" + each(", ", i -> shown("c" + i)) + each(", ", i -> shown("c" + i))
                + left + " ORDER BY here" + all;
        return difference(counts, List.of(), examples);
    }

    /**
     * Asks for the counts, and for examples where there are any.
     *
     * @param counts its columns: rows before, rows now, rows lost, rows added, and changes of each of {@code counted}
     */
    private TableDifference difference(String counts, List<String> counted, String examples) throws SQLException {
        try (Statement statement = reading.connection().createStatement();
                ResultSet row = statement.executeQuery(counts)) {
            row.next();
            SortedMap<String, Long> changed = new TreeMap<>();
            for (int i = 0; i < counted.size(); i++) {
                long count = row.getLong(5 + i);
                if (count > 0) {
                    changed.put(counted.get(i), count);
                }
            }
            long lost = row.getLong(3);
            long added = row.getLong(4);
            boolean same = lost == 0 && added == 0 && changed.isEmpty();
            return new TableDifference(
                    table, row.getLong(1), row.getLong(2), lost, added, changed, same ? List.of() : examples(examples));
        }
    }

    /**
     * Reads examples.
     *
     * @param query its columns: whether the row was there before, whether it is there now, its values before, those now
     */
    private List<RowExample> examples(String query) throws SQLException {
        List<RowExample> examples = new ArrayList<>();
        try (Statement statement = reading.connection().createStatement();
                ResultSet row = statement.executeQuery(query + " LIMIT " + TableDifference.MAX_EXAMPLES)) {
            while (row.next()) {
                examples.add(new RowExample(
                        row.getBoolean(1) ? values(row, 3) : null,
                        row.getBoolean(2) ? values(row, 3 + columns.size()) : null));
            }
        }
        return examples;
    }

    private Map<String, @Nullable String> values(ResultSet row, int first) throws SQLException {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), row.getString(first + i));
        }
        return values;
    }

    private static String sides(String operator, int column) {
        return "b.c" + column + " " + operator + " a.c" + column;
    }

    private static String shown(String text) {
        return "CASE WHEN length(%1$s) > %2$d THEN left(%1$s, %2$d) || '… (' || length(%1$s) || ' characters)' ELSE %1$s END"
                .formatted(text, SHOWN_CHARACTERS);
    }

    private String each(String separator, Function<Integer, String> term) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> separator + term.apply(i))
                .collect(Collectors.joining());
    }
}
