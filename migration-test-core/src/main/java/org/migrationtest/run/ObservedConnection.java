package org.migrationtest.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A connection as a tool gets it: heard by a listener, and with its transactions under control. Proxies are defined in
 * the driver's class loader, because Flyway looks for the driver's classes in the loader of the connection's class.
 */
final class ObservedConnection {
    private final Connection physical;
    private final TransactionControl control;
    private final StatementListener listener;

    private ObservedConnection(Connection physical, TransactionControl control, StatementListener listener) {
        this.physical = physical;
        this.control = control;
        this.listener = listener;
    }

    static Connection of(Connection physical, TransactionControl control, StatementListener listener) {
        ObservedConnection observed = new ObservedConnection(physical, control, listener);
        return proxy(physical, Connection.class, observed::onConnection);
    }

    private @Nullable Object onConnection(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "commit" -> control.commit();
            case "setAutoCommit" -> control.setAutoCommit((Boolean) argument(arguments));
            case "close" -> control.close();
            case "getAutoCommit" -> {
                return control.getAutoCommit();
            }
            case "isClosed" -> {
                return control.isClosed();
            }
            case "rollback" -> {
                if (arguments == null) {
                    control.rollback();
                } else {
                    call(physical, method, arguments);
                }
            }
            case "equals" -> {
                return proxy == argument(arguments);
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            case "unwrap" -> {
                listener.bypassed();
                return call(physical, method, arguments);
            }
            default -> {
                return statement((Connection) proxy, call(physical, method, arguments), arguments);
            }
        }
        return null;
    }

    private @Nullable Object statement(Connection proxy, @Nullable Object result, Object @Nullable [] arguments) {
        if (result instanceof CallableStatement statement) {
            return proxy(
                    physical, CallableStatement.class, new OnStatement(proxy, statement, (String) argument(arguments)));
        }
        if (result instanceof PreparedStatement statement) {
            return proxy(
                    physical, PreparedStatement.class, new OnStatement(proxy, statement, (String) argument(arguments)));
        }
        if (result instanceof Statement statement) {
            return proxy(physical, Statement.class, new OnStatement(proxy, statement, null));
        }
        return result;
    }

    private final class OnStatement implements InvocationHandler {
        private final Connection connection;
        private final Statement statement;
        private final @Nullable String preparedSql;
        private final List<String> batch = new ArrayList<>();

        OnStatement(Connection connection, Statement statement, @Nullable String preparedSql) {
            this.connection = connection;
            this.statement = statement;
            this.preparedSql = preparedSql;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            String name = method.getName();
            if (name.equals("getConnection")) {
                return connection;
            }
            if (name.equals("addBatch") && arguments != null) {
                batch.add((String) argument(arguments));
            }
            if (!name.startsWith("execute")) {
                return call(statement, method, arguments);
            }
            return execute(sql(arguments), method, arguments);
        }

        private String sql(Object @Nullable [] arguments) {
            if (arguments != null && arguments.length > 0 && arguments[0] instanceof String text) {
                return text;
            }
            if (preparedSql != null) {
                return preparedSql;
            }
            String text = String.join(";\n", batch);
            batch.clear();
            return text;
        }

        private @Nullable Object execute(String sql, Method method, Object @Nullable [] arguments) throws Throwable {
            if (control.beforeStatement(sql)) {
                return nothingDone(method);
            }
            listener.sending(statement);
            long start = System.nanoTime();
            Object result;
            try {
                result = call(statement, method, arguments);
            } catch (SQLException failure) {
                listener.failed(sql, System.nanoTime() - start);
                cleanUp(failure);
                throw failure;
            }
            long nanos = System.nanoTime() - start;
            listener.returned(physical, sql, nanos, rows(result), control.keepsLocks(), preparedSql != null);
            return result;
        }

        /** Where the connection is gone, this fails too, and why it went is what matters. */
        private void cleanUp(SQLException failure) {
            try {
                control.afterFailure();
            } catch (SQLException gone) {
                failure.addSuppressed(gone);
            }
        }

        private static Object nothingDone(Method method) {
            if (method.getReturnType() == boolean.class) {
                return false;
            }
            return method.getReturnType() == long.class ? (Object) 0L : (Object) 0;
        }

        private OptionalLong rows(@Nullable Object result) throws SQLException {
            if (result instanceof Integer count) {
                return OptionalLong.of(count);
            }
            if (Boolean.FALSE.equals(result)) {
                int count = statement.getUpdateCount();
                return count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
            }
            return OptionalLong.empty();
        }
    }

    private static Object argument(Object @Nullable [] arguments) {
        if (arguments == null) {
            throw new IllegalStateException("a method of java.sql was called without the argument it has");
        }
        return arguments[0];
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }

    private static <T> T proxy(Connection physical, Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(physical.getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }
}
