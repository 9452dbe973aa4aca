package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;

/** Decides what a tool's transaction commands do on one of the connections it was given. */
interface TransactionControl {
    void commit() throws SQLException;

    void rollback() throws SQLException;

    void setAutoCommit(boolean autoCommit) throws SQLException;

    boolean getAutoCommit() throws SQLException;

    void close() throws SQLException;

    boolean isClosed() throws SQLException;

    /**
     * Called before a statement is sent.
     *
     * @return whether the statement is already done, and must not be sent
     */
    boolean beforeStatement(String sql) throws SQLException;

    /** Called after a statement failed. */
    void afterFailure() throws SQLException;

    /** Whether the locks of a statement are still held when it has returned. */
    boolean keepsLocks() throws SQLException;

    /** The tool's transactions as they are. */
    static TransactionControl ofItsOwn(Connection physical) {
        return new TransactionControl() {
            @Override
            public void commit() throws SQLException {
                physical.commit();
            }

            @Override
            public void rollback() throws SQLException {
                physical.rollback();
            }

            @Override
            public void setAutoCommit(boolean autoCommit) throws SQLException {
                physical.setAutoCommit(autoCommit);
            }

            @Override
            public boolean getAutoCommit() throws SQLException {
                return physical.getAutoCommit();
            }

            @Override
            public void close() throws SQLException {
                physical.close();
            }

            @Override
            public boolean isClosed() throws SQLException {
                return physical.isClosed();
            }

            @Override
            public boolean beforeStatement(String sql) {
                return false;
            }

            @Override
            public void afterFailure() {}

            @Override
            public boolean keepsLocks() throws SQLException {
                return !physical.getAutoCommit();
            }
        };
    }
}
