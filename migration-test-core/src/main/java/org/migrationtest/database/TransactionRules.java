package org.migrationtest.database;

import java.sql.Connection;
import java.sql.SQLException;

/** What can and cannot run inside one transaction. */
public interface TransactionRules {
    /** Whether schema changes can be rolled back at all; where not, every round trip works on copies. */
    boolean schemaChangesRollBack();

    /**
     * Whether a statement begins, ends or needs transactions of its own, as far as its first words tell
     * ({@code COMMIT}, {@code CREATE INDEX CONCURRENTLY}, {@code VACUUM}), and so must not be sent inside ours.
     */
    boolean needsOwnTransaction(String statement);

    /**
     * Whether an error may come from running several steps in one transaction, and so says nothing of the migration
     * (PostgreSQL: 25001 cannot run inside a transaction block, 55P04 unsafe use of a new enum value, 2D000 a procedure
     * that commits, 55006 pending trigger events).
     */
    boolean blamesTransaction(SQLException error);

    /**
     * Does inside an open transaction what a commit would do to what was written so far: fires deferred triggers and
     * checks deferred constraints.
     *
     * @throws SQLException as the commit would have
     */
    void simulateCommit(Connection connection) throws SQLException;

    /**
     * Gives an open session the settings and the role that a new one would have, as far as a script may have changed them
     * for longer than its transaction. Inside a transaction a roll back takes this back too.
     */
    void resetSession(Connection connection) throws SQLException;
}
