package org.migrationtest.run;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The data source a tool keeps for a whole chain, behind which connections change: real ones, or logical ones of a
 * {@link SharedTransaction}.
 */
final class ToolConnections implements DataSource {
    private final StatementListener listener;
    private DataSource real;
    private @Nullable SharedTransaction shared;

    ToolConnections(DataSource real, StatementListener listener) {
        this.real = real;
        this.listener = listener;
    }

    /** From now on the tool's connections lead to another database. */
    void leadTo(DataSource database) {
        real = database;
    }

    /** From now on all of the tool's connections are this transaction. */
    void share(SharedTransaction transaction) {
        shared = transaction;
    }

    /** From now on the tool's connections are real again. */
    void unshare() {
        shared = null;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (shared != null) {
            return ObservedConnection.of(shared.physical(), shared.control(), listener);
        }
        Connection physical = real.getConnection();
        return ObservedConnection.of(physical, TransactionControl.ofItsOwn(physical), listener);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("no java.util.logging here");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (!type.isInstance(this)) {
            throw new SQLException("a migration tool's data source is no " + type.getName());
        }
        return type.cast(this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
