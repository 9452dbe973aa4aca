package org.migrationtest.dialect.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationtest.data.ForeignKey;
import org.migrationtest.data.Orphans;
import org.migrationtest.schema.TableName;

/** Looks for rows that break one foreign key, whether or not the constraint still exists. */
final class OrphanSearch {
    private static final int MAX_EXAMPLES = 5;

    /** An operator is found by path, and citext and the like bring an equality of their own. */
    private static final String EQUALITIES = """
            SELECT set_config('search_path', concat_ws(', ', 'pg_catalog', string_agg(schema, ', '), 'pg_temp'), true)
            FROM (SELECT DISTINCT quote_ident(n.nspname) FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
                  WHERE o.oprname = '=' AND n.nspname <> 'pg_catalog') AS equalities (schema)
            """;

    private static final String MATCHES_FULL = """
            SELECT count(*) > 0 FROM pg_constraint
            WHERE contype = 'f' AND confmatchtype = 'f' AND conname = ? AND conrelid = to_regclass(?)
            """;

    private static final String KIND = "SELECT relkind = 'p' FROM pg_class WHERE oid = to_regclass(?)";

    private final CanonicalReading reading;
    private final ForeignKey key;

    private OrphanSearch(CanonicalReading reading, ForeignKey key) {
        this.reading = reading;
        this.key = key;
    }

    /** Lets the reading find every equality there is. */
    static void findEqualities(CanonicalReading reading) throws SQLException {
        try (Statement statement = reading.connection().createStatement()) {
            statement.execute(EQUALITIES);
        }
    }

    /** The rows that break the key; empty where there are none, or where its tables or columns are gone. */
    static Optional<Orphans> of(CanonicalReading reading, ForeignKey key) throws SQLException {
        return new OrphanSearch(reading, key).run();
    }

    private Optional<Orphans> run() throws SQLException {
        Optional<TableShape> table = TableShape.of(reading, key.table());
        Optional<TableShape> referenced = TableShape.of(reading, key.referenced());
        if (table.isEmpty() || referenced.isEmpty()) {
            return Optional.empty();
        }
        List<TableColumn> columns = columns(table.get(), key.columns());
        List<TableColumn> referencedColumns = columns(referenced.get(), key.referencedColumns());
        if (columns.size() < key.columns().size() || referencedColumns.size() < columns.size()) {
            return Optional.empty();
        }
        String broken = " FROM " + source(key.table()) + " f WHERE " + broken(columns, referencedColumns);
        try (Statement statement = reading.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*)" + broken)) {
            row.next();
            long count = row.getLong(1);
            return count == 0
                    ? Optional.empty()
                    : Optional.of(new Orphans(
                            key.table(),
                            key.columns(),
                            key.referenced(),
                            key.constraint(),
                            count,
                            examples(columns, broken)));
        }
    }

    /** MATCH FULL also forbids a key that is NULL in part; a constraint that is gone is taken for the usual kind. */
    private String broken(List<TableColumn> columns, List<TableColumn> referencedColumns) throws SQLException {
        String isNull = columns.stream().map(column -> column.isNull("f")).collect(Collectors.joining(" OR "));
        String allNull = columns.stream().map(column -> column.isNull("f")).collect(Collectors.joining(" AND "));
        String exists = "EXISTS (SELECT FROM " + source(key.referenced()) + " r WHERE "
                + IntStream.range(0, columns.size())
                        .mapToObj(i -> referencedColumns.get(i).of("r") + " = "
                                + columns.get(i).of("f"))
                        .collect(Collectors.joining(" AND "))
                + ")";
        return "NOT (" + (matchesFull() ? allNull : isNull) + ") AND NOT " + exists;
    }

    private List<List<String>> examples(List<TableColumn> columns, String broken) throws SQLException {
        List<List<String>> examples = new ArrayList<>();
        String values = columns.stream()
                .map(column -> "coalesce(" + column.textOrNull("f") + ", 'NULL')")
                .collect(Collectors.joining(", "));
        try (Statement statement = reading.connection().createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT DISTINCT " + values + broken + " ORDER BY " + values + " LIMIT " + MAX_EXAMPLES)) {
            while (row.next()) {
                List<String> example = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    example.add(row.getString(i));
                }
                examples.add(example);
            }
        }
        return examples;
    }

    private boolean matchesFull() throws SQLException {
        try (PreparedStatement query = reading.connection().prepareStatement(MATCHES_FULL)) {
            query.setString(1, key.constraint());
            query.setString(2, SqlNames.quoted(key.table()));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** A key of a partitioned table speaks of its partitions' rows, any other of the table's own rows only. */
    private String source(TableName table) throws SQLException {
        try (PreparedStatement query = reading.connection().prepareStatement(KIND)) {
            query.setString(1, SqlNames.quoted(table));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return (row.getBoolean(1) ? "" : "ONLY ") + SqlNames.quoted(table);
            }
        }
    }

    private static List<TableColumn> columns(TableShape table, List<String> names) {
        return names.stream()
                .flatMap(name ->
                        table.columns().stream().filter(column -> column.name().equals(name)))
                .toList();
    }
}
