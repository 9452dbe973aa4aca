package org.migrationtest.source.flyway;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.migrationtest.schema.TableName;
import org.migrationtest.source.HistoryEntry;

/**
 * Flyway's history table, read and corrected by SQL. While a migration is undone or repeated its row is hidden, so that
 * Flyway takes it for not applied; the row stays, so that nothing is lost when the script fails.
 */
final class FlywayHistory {
    /** Rows that say something else than that a migration was applied. */
    private static final String MARKERS = "('SCHEMA', 'TABLE', 'BASELINE', 'DELETE')";

    private static final String HIDDEN = "'<< hidden while its migration is undone or repeated >>'";

    private final TableName table;

    FlywayHistory(TableName table) {
        this.table = table;
    }

    TableName table() {
        return table;
    }

    HistoryEntry read(Connection connection, FlywayMigration migration) throws SQLException {
        String query = "SELECT count(*), coalesce(bool_or(" + match(migration) + "), false) FROM " + quoted()
                + " WHERE success AND type NOT IN " + MARKERS;
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, key(migration));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new HistoryEntry(row.getLong(1), row.getBoolean(2));
            }
        }
    }

    /** Hides the row of a migration; returns whether there was one. */
    boolean hide(Connection connection, FlywayMigration migration) throws SQLException {
        String update = "UPDATE " + quoted() + " SET version = NULL, description = " + HIDDEN + " WHERE success AND "
                + match(migration);
        return update(connection, update, key(migration)) == 1;
    }

    /** Puts the hidden row back, in the place of whatever a failed script left. */
    void restore(Connection connection, FlywayMigration migration) throws SQLException {
        delete(connection, migration);
        String version =
                migration.version() == null ? null : migration.version().toString();
        update(
                connection,
                "UPDATE " + quoted() + " SET version = ?, description = ? WHERE description = " + HIDDEN,
                version,
                migration.description());
    }

    /** Removes the hidden row for good. */
    void forget(Connection connection) throws SQLException {
        update(connection, "DELETE FROM " + quoted() + " WHERE description = " + HIDDEN);
    }

    /** Removes the row of a migration. */
    void delete(Connection connection, FlywayMigration migration) throws SQLException {
        update(connection, "DELETE FROM " + quoted() + " WHERE " + match(migration), key(migration));
    }

    private static String match(FlywayMigration migration) {
        return migration.repeatable() ? "version IS NULL AND script = ? AND description <> " + HIDDEN : "version = ?";
    }

    private static String key(FlywayMigration migration) {
        return migration.version() == null
                ? migration.up().script()
                : migration.version().toString();
    }

    private static int update(Connection connection, String sql, @Nullable String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private String quoted() {
        return quote(table.schema()) + "." + quote(table.name());
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
