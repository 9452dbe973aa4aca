package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import org.migrationtest.evidence.Isolation;
import org.migrationtest.source.MigrationSession;

/** Where a round trip is made: it can return to a marked state, and in the end leaves the applied one to the chain. */
interface Playground {
    /**
     * Marks the state as it is. Where the mark is still there, as it is on copies after a return, it is kept, and nothing
     * happens.
     */
    void mark(Mark mark) throws SQLException;

    /** Returns to a marked state. Returning to {@link Mark#BEFORE} may forget what was marked after it. */
    void returnTo(Mark mark) throws SQLException;

    /** Makes the state of {@link Mark#APPLIED} the chain's. */
    void settle() throws SQLException;

    /** Gives up and leaves the chain as it was at {@link Mark#BEFORE}. */
    void abandon() throws SQLException;

    /** Lets the next step find a session as new as its tool would find one. */
    void beginStep() throws SQLException;

    /** Our own connection to the state; to be asked for again after every return. */
    Connection connection() throws SQLException;

    /** The tool, bound to the state; to be asked for again after every return. */
    MigrationSession session();

    /** Makes what was written over {@link #connection()} visible to the tool. */
    void publish() throws SQLException;

    /** The statement that could not run here, or an empty text; then whatever failed says nothing of the migration. */
    String misfit();

    /** Whether a failure here must be repeated on copies before it is believed. */
    boolean mustBeConfirmed();

    /** How it keeps the round trip apart. */
    Isolation isolation();

    /** The states that can be returned to. */
    enum Mark {
        BEFORE,
        APPLIED
    }
}
