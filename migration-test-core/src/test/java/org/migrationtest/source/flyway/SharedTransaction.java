package org.migrationtest.source.flyway;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Savepoint;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands out logical connections that are one physical transaction: a commit checks deferred constraints and moves the
 * point that a rollback returns to, and closing does nothing.
 */
final class SharedTransaction implements DataSource, AutoCloseable {
    private final Connection physical;
    private Savepoint committed;

    SharedTransaction(DataSource dataSource) throws SQLException {
        physical = dataSource.getConnection();
        physical.setAutoCommit(false);
        committed = physical.setSavepoint();
    }

    Connection physical() {
        return physical;
    }

    @Override
    public Connection getConnection() {
        boolean[] autoCommit = {true};
        // In the driver's class loader, where Flyway looks for the driver's classes when it copies.
        return (Connection) Proxy.newProxyInstance(
                physical.getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> call(autoCommit, method, arguments));
    }

    private @Nullable Object call(boolean[] autoCommit, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "setAutoCommit" -> autoCommit[0] = arguments != null && (boolean) arguments[0];
            case "getAutoCommit" -> {
                return autoCommit[0];
            }
            case "commit" -> commit();
            case "rollback" -> physical.rollback(committed);
            case "close" -> {}
            default -> {
                try {
                    return method.invoke(physical, arguments);
                } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                }
            }
        }
        return null;
    }

    private void commit() throws SQLException {
        try (var statement = physical.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED");
        }
        committed = physical.setSavepoint();
    }

    @Override
    public void close() throws SQLException {
        physical.rollback();
        physical.close();
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
