package org.migrationtest.source.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.migrationtest.migration.MigrationId;
import org.migrationtest.source.HistoryEntry;

/**
 * golang-migrate's table: one row with the version up to which everything is applied, marked dirty while a script runs
 * and for ever if it fails. Source: golang-migrate {@code database/postgres/postgres.go}, v4.
 */
record VersionHistory() implements History {
    /** Its {@code NilVersion}: nothing is applied. */
    private static final long NONE = -1;

    @Override
    public String table() {
        return "schema_migrations";
    }

    @Override
    public void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + table()
                    + " (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)");
        }
    }

    @Override
    public void announce(Connection connection, Transition target) throws SQLException {
        set(connection, target.current(), true);
    }

    @Override
    public void note(Connection connection, Transition done) throws SQLException {
        set(connection, done.current(), false);
    }

    private void set(Connection connection, String version, boolean dirty) throws SQLException {
        long number = version.isEmpty() ? NONE : Long.parseLong(version);
        connection.setAutoCommit(false);
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + table());
                PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table() + " VALUES (?, ?)")) {
            delete.executeUpdate();
            if (number != NONE || dirty) {
                insert.setLong(1, number);
                insert.setBoolean(2, dirty);
                insert.executeUpdate();
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** A dirty version counts as not applied: its script did not run to its end. */
    @Override
    public HistoryEntry read(Connection connection, String qualified, List<MigrationId> order, MigrationId asked)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version, dirty FROM " + qualified)) {
            if (!rows.next() || rows.getLong(1) == NONE) {
                return new HistoryEntry(0, false);
            }
            int position = order.indexOf(new MigrationId(Long.toString(rows.getLong(1))));
            if (position < 0) {
                throw new SQLException(
                        qualified + " says version " + rows.getLong(1) + ", which none of the migrations has");
            }
            int applied = rows.getBoolean(2) ? position : position + 1;
            return new HistoryEntry(applied, order.indexOf(asked) < applied);
        }
    }
}
