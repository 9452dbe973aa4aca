package org.migrationtest.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.migrationtest.database.DataMark;
import org.migrationtest.schema.TableName;

/**
 * A state of all tables' rows. Inside a transaction the server's own counters tell what the transaction changed. What
 * others have committed is counted late, when their sessions please, so outside of a transaction the rows are counted.
 */
sealed interface ChangeMark extends DataMark {
    static ChangeMark now(Connection connection) throws SQLException {
        if (CanonicalReading.isInTransaction(connection)) {
            return new InTransaction(Transaction.of(connection), TableState.all(connection));
        }
        try (CanonicalReading reading = CanonicalReading.on(connection)) {
            String horizon = RowVersions.horizon(reading);
            Map<TableName, TableState> states = TableState.all(connection);
            return new Committed(horizon, states, RowVersions.count(reading, states.keySet(), horizon));
        }
    }

    /** Of the tables there now, those that may have changed since this mark. */
    Set<TableName> changed(Connection connection) throws SQLException;

    /**
     * Counters of one transaction mean nothing to another, so then every table may have changed.
     *
     * @param transaction the transaction
     * @param states the tables
     */
    record InTransaction(Transaction transaction, Map<TableName, TableState> states) implements ChangeMark {
        public InTransaction {
            states = Map.copyOf(states);
        }

        @Override
        public Set<TableName> changed(Connection connection) throws SQLException {
            Map<TableName, TableState> now = TableState.all(connection);
            Set<TableName> changed = new TreeSet<>(now.keySet());
            if (transaction.counts() && transaction.equals(Transaction.of(connection))) {
                now.forEach((table, state) -> {
                    TableState earlier = states.get(table);
                    if (earlier != null && state.surelySameAs(earlier)) {
                        changed.remove(table);
                    }
                });
            }
            return changed;
        }
    }

    /**
     * A table is unchanged if it has no row version that is younger than the mark, and as many older ones as it had.
     *
     * @param horizon see {@link RowVersions#horizon}
     * @param states the tables
     * @param rows how many rows each had
     */
    record Committed(String horizon, Map<TableName, TableState> states, Map<TableName, RowVersions> rows)
            implements ChangeMark {
        public Committed {
            states = Map.copyOf(states);
            rows = Map.copyOf(rows);
        }

        @Override
        public Set<TableName> changed(Connection connection) throws SQLException {
            try (CanonicalReading reading = CanonicalReading.on(connection)) {
                Map<TableName, TableState> now = TableState.all(connection);
                Set<TableName> changed = new TreeSet<>(now.keySet());
                Set<TableName> sameStorage = new TreeSet<>();
                now.forEach((table, state) -> {
                    TableState earlier = states.get(table);
                    if (earlier != null && earlier.storage().equals(state.storage())) {
                        sameStorage.add(table);
                    }
                });
                RowVersions.count(reading, sameStorage, horizon).forEach((table, versions) -> {
                    if (versions.younger() == 0 && versions.equals(rows.get(table))) {
                        changed.remove(table);
                    }
                });
                return changed;
            }
        }
    }

    /**
     * A transaction.
     *
     * @param id its number, which is never used again
     * @param counts whether the server counts what it changes ({@code track_counts})
     */
    record Transaction(String id, boolean counts) {
        static Transaction of(Connection connection) throws SQLException {
            try (PreparedStatement query = connection.prepareStatement("SELECT pg_catalog.pg_current_xact_id()::text,"
                            + " pg_catalog.current_setting('track_counts')::bool");
                    ResultSet row = query.executeQuery()) {
                row.next();
                return new Transaction(row.getString(1), row.getBoolean(2));
            }
        }
    }
}
