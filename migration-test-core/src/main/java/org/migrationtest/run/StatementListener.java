package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;

/** Hears what a tool sends. */
interface StatementListener {
    /** A statement is about to be sent; it can be cancelled from now on. */
    void sending(Statement statement);

    /**
     * A statement has returned.
     *
     * @param on the driver's connection it was sent on
     * @param sql its text
     * @param nanos how long it took
     * @param rows rows it changed, where it said so
     * @param keepsLocks whether its locks are still held
     * @param prepared whether the tool prepared it, as tools do for their own book-keeping
     */
    void returned(Connection on, String sql, long nanos, OptionalLong rows, boolean keepsLocks, boolean prepared)
            throws SQLException;

    /** A statement has failed. */
    void failed(String sql, long nanos);

    /** The tool asked for the driver's own connection and can now send what is not heard here. */
    void bypassed();
}
