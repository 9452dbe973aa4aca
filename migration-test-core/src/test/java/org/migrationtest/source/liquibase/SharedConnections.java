package org.migrationtest.source.liquibase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands out logical connections that are one physical transaction: a commit checks deferred constraints and moves the
 * point that a rollback returns to, and closing does nothing.
 */
final class SharedConnections implements AutoCloseable {
    private final Connection physical;
    private Savepoint committed;
    private boolean autoCommit = true;
    int statements;

    SharedConnections(DataSource dataSource) throws SQLException {
        physical = dataSource.getConnection();
        physical.setAutoCommit(false);
        committed = physical.setSavepoint();
    }

    Connection physical() {
        return physical;
    }

    DataSource dataSource() {
        Connection one = (Connection) Proxy.newProxyInstance(
                physical.getClass().getClassLoader(), new Class<?>[] {Connection.class}, this::call);
        return (DataSource) Proxy.newProxyInstance(
                SharedConnections.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> {
                    autoCommit = true;
                    return one;
                });
    }

    /** A point that {@link #returnTo} brings everything back to. */
    Savepoint mark() throws SQLException {
        committed = physical.setSavepoint();
        return committed;
    }

    void returnTo(Savepoint mark) throws SQLException {
        physical.rollback(mark);
        committed = mark;
    }

    private @Nullable Object call(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "setAutoCommit" -> autoCommit = arguments != null && (boolean) arguments[0];
            case "getAutoCommit" -> {
                return autoCommit;
            }
            case "commit" -> commit();
            case "rollback" -> physical.rollback(committed);
            case "close" -> {}
            default -> {
                if (method.getName().startsWith("createStatement")
                        || method.getName().startsWith("prepare")) {
                    statements++;
                }
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
}
