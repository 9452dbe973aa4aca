package org.migrationtest.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * A stretch of reading under settings that do not depend on the session: what a migration has set (time zone, search
 * path, role, time limits) neither changes how values print nor what can be read. It runs in a savepoint that is rolled
 * back at the end, or in a transaction where there is none, so that no setting and no lock of it stays.
 */
final class CanonicalReading implements AutoCloseable {
    /** Whatever shapes a value's text (manual, chapter 20.11), hides rows, or ends a long statement. */
    private static final String SETTINGS = """
            SELECT pg_catalog.set_config(name, value, true) FROM (VALUES
                ('role', 'none'), ('search_path', 'pg_catalog, pg_temp'), ('row_security', 'off'),
                ('DateStyle', 'ISO, YMD'), ('IntervalStyle', 'postgres'), ('TimeZone', 'UTC'),
                ('extra_float_digits', '1'), ('bytea_output', 'hex'), ('lc_monetary', 'C'),
                ('quote_all_identifiers', 'off'), ('xmloption', 'content'), ('statement_timeout', '0'), ('lock_timeout', '0'), ('jit', 'off')
            ) AS settings (name, value)
            """;

    private final Connection connection;
    private final boolean nested;

    private CanonicalReading(Connection connection, boolean nested) {
        this.connection = connection;
        this.nested = nested;
    }

    static CanonicalReading on(Connection connection) throws SQLException {
        CanonicalReading reading = new CanonicalReading(connection, isInTransaction(connection));
        try {
            reading.execute((reading.nested ? "SAVEPOINT migration_test_reading;" : "BEGIN;") + SETTINGS);
            return reading;
        } catch (SQLException e) {
            try (reading) {
                throw e;
            }
        }
    }

    /** Also true where the transaction was begun by SQL, past the driver. */
    static boolean isInTransaction(Connection connection) throws SQLException {
        return !connection.getAutoCommit()
                || connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        execute(
                nested
                        ? "ROLLBACK TO SAVEPOINT migration_test_reading; RELEASE SAVEPOINT migration_test_reading"
                        : "ROLLBACK");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
