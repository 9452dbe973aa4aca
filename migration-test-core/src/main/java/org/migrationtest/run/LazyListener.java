package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A listener that is deaf until it becomes another: the recorder needs to know the session that needs a listener. */
final class LazyListener implements StatementListener {
    private @Nullable StatementListener other;

    void becomes(StatementListener listener) {
        other = listener;
    }

    @Override
    public void sending(Statement statement) {
        if (other != null) {
            other.sending(statement);
        }
    }

    @Override
    public void returned(Connection on, String sql, long nanos, OptionalLong rows, boolean keepsLocks, boolean prepared)
            throws SQLException {
        if (other != null) {
            other.returned(on, sql, nanos, rows, keepsLocks, prepared);
        }
    }

    @Override
    public void failed(String sql, long nanos) {
        if (other != null) {
            other.failed(sql, nanos);
        }
    }

    @Override
    public void bypassed() {
        if (other != null) {
            other.bypassed();
        }
    }
}
