package org.migrationtest.dialect.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Runs statements under settings that make the server print an object the same way whatever the session's own settings
 * are, and leaves the session as it was: what a migration sets (search path, time zone, role) must not look like a change
 * of the schema. Everything is undone with the savepoint, or the transaction, that it runs in.
 */
final class SteadySession {
    private static final String SETTINGS = """
            select set_config('role', 'none', true), set_config('search_path', '', true),
              set_config('quote_all_identifiers', 'off', true), set_config('datestyle', 'ISO', true),
              set_config('intervalstyle', 'postgres', true), set_config('timezone', 'UTC', true),
              set_config('extra_float_digits', '1', true), set_config('bytea_output', 'hex', true),
              set_config('lc_monetary', 'C', true), set_config('xmloption', 'content', true),
              set_config('statement_timeout', '0', true), set_config('jit', 'off', true),
              set_config('enable_nestloop', 'off', true)
            """;

    private static final String UNDO =
            "rollback to savepoint migrationtest_schema; release savepoint migrationtest_schema";

    private SteadySession() {}

    /** Takes the rows of one statement. */
    interface Rows {
        void add(ResultSet rows) throws SQLException;
    }

    /**
     * Runs the statements in one round trip, and gives each of their results to {@code rows}, that of the settings left
     * out.
     */
    static void run(Connection connection, String sql, Rows rows) throws SQLException {
        boolean nested = isInTransaction(connection);
        String begin = nested ? "savepoint migrationtest_schema" : "begin";
        String undo = nested ? UNDO : "rollback";
        try (Statement statement = connection.createStatement()) {
            boolean isResult = statement.execute(String.join(";\n", begin, SETTINGS, sql, undo));
            int results = 0;
            while (isResult || statement.getUpdateCount() >= 0) {
                if (isResult && results++ > 0) {
                    rows.add(statement.getResultSet());
                }
                isResult = statement.getMoreResults();
            }
        } catch (SQLException failure) {
            undo(connection, undo, failure);
            throw failure;
        }
    }

    private static boolean isInTransaction(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            return true;
        }
        return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    private static void undo(Connection connection, String undo, SQLException failure) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(undo);
        } catch (SQLException further) {
            failure.addSuppressed(further);
        }
    }
}
