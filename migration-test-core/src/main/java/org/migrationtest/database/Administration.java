package org.migrationtest.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Statements about a server's databases, over connections that are kept: a new session costs more than most of what is
 * asked of it. Thread-safe; each thread has a connection of its own while it needs one.
 */
final class Administration implements AutoCloseable {
    private static final int SECONDS_TO_ANSWER = 5;

    private final PGSimpleDataSource source;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    Administration(PGSimpleDataSource source) {
        this.source = source;
    }

    /** Runs statements, each in its own transaction. */
    void execute(String... statements) throws SQLException {
        run(statement -> {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return "";
        });
    }

    /** The first column of the first row. */
    String ask(String query) throws SQLException {
        return run(statement -> {
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        });
    }

    private String run(Work work) throws SQLException {
        Connection connection = take();
        boolean done = false;
        try (Statement statement = connection.createStatement()) {
            String answer = work.on(statement);
            done = true;
            return answer;
        } finally {
            if (done) {
                giveBack(connection);
            } else {
                connection.close();
            }
        }
    }

    /** An idle one may have lost its server, or its session by an administrator's word. */
    private Connection take() throws SQLException {
        for (Connection kept = next(); kept != null; kept = next()) {
            if (kept.isValid(SECONDS_TO_ANSWER)) {
                return kept;
            }
            kept.close();
        }
        return source.getConnection();
    }

    private synchronized @Nullable Connection next() {
        return idle.pollFirst();
    }

    private void giveBack(Connection connection) throws SQLException {
        if (!keep(connection)) {
            connection.close();
        }
    }

    private synchronized boolean keep(Connection connection) {
        if (!closed) {
            idle.addFirst(connection);
        }
        return !closed;
    }

    @Override
    public void close() throws SQLException {
        synchronized (this) {
            closed = true;
        }
        for (Connection kept = next(); kept != null; kept = next()) {
            kept.close();
        }
    }

    private interface Work {
        String on(Statement statement) throws SQLException;
    }
}
