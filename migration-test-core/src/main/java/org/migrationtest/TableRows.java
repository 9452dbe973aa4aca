package org.migrationtest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationtest.data.RowKeys;
import org.migrationtest.data.TableFingerprint;
import org.migrationtest.database.Dialect;
import org.migrationtest.schema.TableName;

/** The rows of a table in a {@link MigrationRun}: now, and as far as is known, before its last move. */
public final class TableRows {
    private final Connection connection;
    private final Dialect dialect;
    private final TableName name;
    private final Optional<TableFingerprint> before;

    private TableRows(Connection connection, Dialect dialect, TableName name, Optional<TableFingerprint> before) {
        this.connection = connection;
        this.dialect = dialect;
        this.name = name;
        this.before = before;
    }

    static TableRows find(
            Connection connection, Dialect dialect, String wanted, Map<TableName, TableFingerprint> before) {
        List<TableName> all = tables(connection);
        List<TableName> found = all.stream()
                .filter(table -> table.name().equals(wanted) || table.toString().equals(wanted))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    found.isEmpty()
                            ? "There is no table '" + wanted + "'; there are " + all + "."
                            : "There are several tables '" + wanted + "': " + found + ". Name the schema too.");
        }
        TableName name = found.get(0);
        return new TableRows(connection, dialect, name, Optional.ofNullable(before.get(name)));
    }

    /** Every table that a query can name, partitioned ones and the tool's own included. */
    static List<TableName> tables(Connection connection) {
        List<TableName> tables = new ArrayList<>();
        try (ResultSet rows =
                connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "PARTITIONED TABLE"})) {
            while (rows.next()) {
                tables.add(new TableName(rows.getString("TABLE_SCHEM"), rows.getString("TABLE_NAME")));
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException("The tables could not be listed: " + e.getMessage(), e);
        }
    }

    /** The table. */
    public TableName name() {
        return name;
    }

    /** How many rows it has. */
    public long count() {
        return number("SELECT count(*) FROM " + sql().name(name));
    }

    /**
     * How many rows have no value in a column.
     *
     * @throws IllegalArgumentException if it has no such column
     */
    public long nulls(String column) {
        return number("SELECT count(*) FROM " + sql().name(name) + " WHERE " + sql().name(column) + " IS NULL");
    }

    /**
     * The values of a column as the driver gives them, in no particular order.
     *
     * @throws IllegalArgumentException if it has no such column
     */
    public List<@Nullable Object> values(String column) {
        List<@Nullable Object> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + sql().name(column) + " FROM " + sql().name(name))) {
            while (rows.next()) {
                values.add(rows.getObject(1));
            }
            return values;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** How many rows it had before the last move; empty if it was not there. */
    public Optional<Long> countBefore() {
        return before.map(TableFingerprint::rows);
    }

    /**
     * How its rows differ from those before the last move, a line a difference; columns that only one side has are not
     * compared, and where there are such, values that only changed places between rows are not seen. Empty if they do not
     * differ.
     *
     * @throws IllegalStateException if the table was not there
     */
    public List<String> differences() {
        TableFingerprint then = before.orElseThrow(() ->
                new IllegalStateException(name + " was not there before the last move; there is nothing to compare"));
        TableFingerprint now = now();
        List<String> differences = new ArrayList<>();
        if (then.rows() != now.rows()) {
            differences.add("it had " + then.rows() + " rows and has " + now.rows());
        }
        then.columns().forEach((column, hash) -> {
            if (now.columns().containsKey(column) && !hash.equals(now.columns().get(column))) {
                differences.add("column " + column + " has other values");
            }
        });
        boolean comparable = then.columns().keySet().equals(now.columns().keySet());
        if (differences.isEmpty() && comparable && !then.whole().equals(now.whole())) {
            differences.add("values changed places between rows");
        }
        return differences;
    }

    private TableFingerprint now() {
        try {
            return dialect.dataReader().fingerprint(connection, name, RowKeys.none(name));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private SqlText sql() {
        try {
            return SqlText.of(connection);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private long number(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private IllegalArgumentException unreadable(SQLException e) {
        return new IllegalArgumentException(name + " cannot be read: " + e.getMessage(), e);
    }

    @Override
    public String toString() {
        return "table " + name;
    }
}
