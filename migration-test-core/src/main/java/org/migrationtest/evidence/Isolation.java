package org.migrationtest.evidence;

import static java.util.Objects.requireNonNull;

/** How a round trip was kept apart from the chain, so that it could return to its start. */
public sealed interface Isolation {
    /** In one transaction with savepoints. */
    record OneTransaction() implements Isolation {}

    /**
     * On copies of the database, with transactions of the migration's own.
     *
     * @param reason why: the statement or error that one transaction does not allow
     */
    record Copies(String reason) implements Isolation {
        public Copies {
            requireNonNull(reason, "reason is null");
        }
    }
}
