package org.migrationtest.source.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hands out logical connections which are one transaction of one physical connection, as a run by savepoints does. */
final class SharedTransaction {
    private final Connection physical;
    private Savepoint committed;

    SharedTransaction(Connection physical) throws Exception {
        this.physical = physical;
        physical.setAutoCommit(false);
        this.committed = physical.setSavepoint();
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (self, method, arguments) -> proxy(Connection.class, new Logical()));
    }

    private final class Logical implements InvocationHandler {
        private boolean autoCommit = true;

        @Override
        public @Nullable Object invoke(Object self, java.lang.reflect.Method method, Object @Nullable [] arguments)
                throws Throwable {
            switch (method.getName()) {
                case "setAutoCommit" -> {
                    autoCommit = arguments != null && arguments[0].equals(true);
                    return null;
                }
                case "getAutoCommit" -> {
                    return autoCommit;
                }
                case "commit" -> {
                    physical.createStatement().execute("SET CONSTRAINTS ALL IMMEDIATE");
                    committed = physical.setSavepoint();
                    return null;
                }
                case "rollback" -> {
                    physical.rollback(committed);
                    return null;
                }
                case "close" -> {
                    return null;
                }
                default -> {
                    try {
                        return method.invoke(physical, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }
            }
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
