package org.migrationtest;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationtest.data.RowKeys;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.SeedRequest;
import org.migrationtest.seed.SeedRequest.Purpose;
import org.migrationtest.seed.SeedResult;
import org.migrationtest.seed.SeedResult.Unfilled;
import org.migrationtest.seed.Seeder;

/** Writes rows of which a test gave some columns, and asks a seeder for the others. */
final class RowWriter {
    private final Optional<Seeder> seeder;
    private final long seed;

    RowWriter(Optional<Seeder> seeder, long seed) {
        this.seeder = seeder;
        this.seed = seed;
    }

    void fill(Connection connection, TableName table, long rows) throws SQLException {
        generate(connection, table, rows, Purpose.VOLUME, "Write its rows by insert(...), or through connection().");
    }

    void insert(Connection connection, TableName table, Map<String, @Nullable Object> given) throws SQLException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(given);
        List<String> missing = missing(connection, table, given.keySet());
        if (!missing.isEmpty()) {
            row.putAll(invented(connection, table, missing));
        }
        SqlText sql = SqlText.of(connection);
        String text = row.isEmpty()
                ? "INSERT INTO " + sql.name(table) + " DEFAULT VALUES"
                : "INSERT INTO " + sql.name(table) + " (" + sql.names(row.keySet()) + ") VALUES ("
                        + String.join(", ", Collections.nCopies(row.size(), "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            int at = 1;
            for (Object value : row.values()) {
                set(statement, at++, value);
            }
            statement.executeUpdate();
        }
    }

    /** A text is left untyped, so that the server reads it as the column's type, whichever that is. */
    private static void set(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.NULL);
        } else if (value instanceof CharSequence || value instanceof Enum<?>) {
            statement.setObject(at, value.toString(), Types.OTHER);
        } else {
            statement.setObject(at, value);
        }
    }

    private static List<String> missing(Connection connection, TableName table, Set<String> given) throws SQLException {
        Set<String> known = new LinkedHashSet<>();
        List<String> missing = new ArrayList<>();
        String escape = connection.getMetaData().getSearchStringEscape();
        try (ResultSet columns = connection
                .getMetaData()
                .getColumns(null, literally(table.schema(), escape), literally(table.name(), escape), "%")) {
            while (columns.next()) {
                String column = columns.getString("COLUMN_NAME");
                known.add(column);
                boolean needed = columns.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls
                        && columns.getString("COLUMN_DEF") == null
                        && !"YES".equals(columns.getString("IS_AUTOINCREMENT"))
                        && !"YES".equals(columns.getString("IS_GENERATEDCOLUMN"));
                if (needed && !given.contains(column)) {
                    missing.add(column);
                }
            }
        }
        for (String column : given) {
            if (!known.contains(column)) {
                throw new IllegalArgumentException(
                        table + " has no column '" + column + "'; it has " + String.join(", ", known));
            }
        }
        return missing;
    }

    private static String literally(String name, String escape) {
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    /** Values that a generated row has in these columns; the row itself does not stay. */
    private Map<String, @Nullable Object> invented(Connection connection, TableName table, List<String> columns)
            throws SQLException {
        boolean automatic = connection.getAutoCommit();
        connection.setAutoCommit(false);
        Savepoint here = connection.setSavepoint();
        try {
            SeedResult rows = generate(
                    connection,
                    table,
                    1,
                    Purpose.EXERCISE,
                    "Set the columns " + String.join(", ", columns) + " in insert(...), which must have values.");
            return read(connection, table, columns, rows.keys().getOrDefault(table, RowKeys.none(table)));
        } finally {
            connection.rollback(here);
            connection.setAutoCommit(automatic);
        }
    }

    private static Map<String, @Nullable Object> read(
            Connection connection, TableName table, List<String> columns, RowKeys keys) throws SQLException {
        SqlText sql = SqlText.of(connection);
        List<String> key = keys.values().isEmpty() ? List.of() : keys.columns();
        String which = key.stream().map(column -> sql.name(column) + " = ?").collect(Collectors.joining(" AND "));
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + sql.names(columns) + " FROM "
                + sql.name(table) + (which.isEmpty() ? "" : " WHERE " + which))) {
            for (int at = 0; at < key.size(); at++) {
                statement.setObject(at + 1, keys.values().get(0).get(at), Types.OTHER);
            }
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    for (String column : columns) {
                        values.put(column, row.getString(column));
                    }
                }
            }
        }
        return values;
    }

    private SeedResult generate(Connection connection, TableName table, long rows, Purpose purpose, String remedy)
            throws SQLException {
        if (seeder.isEmpty()) {
            throw new IllegalArgumentException("Rows of " + table + " cannot be generated: the module datagen"
                    + " (org.migrationtest:datagen) is not on the class path. Add it. Or: " + remedy);
        }
        SeedResult result = seeder.get().fill(connection, new SeedRequest(Set.of(table), rows, seed, purpose));
        if (!result.unfilled().isEmpty()) {
            Unfilled unfilled = result.unfilled().get(0);
            throw new IllegalArgumentException("No valid row of " + table + " can be generated because of "
                    + unfilled.constraint() + ": " + unfilled.reason() + " " + remedy);
        }
        return result;
    }
}
