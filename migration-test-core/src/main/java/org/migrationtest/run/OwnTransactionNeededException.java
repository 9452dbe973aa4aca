package org.migrationtest.run;

import java.sql.SQLException;

/** A tool sent what cannot run inside the transaction that a round trip shares; the round trip is made on copies then. */
final class OwnTransactionNeededException extends SQLException {
    private static final long serialVersionUID = 1L;

    OwnTransactionNeededException(String statement) {
        super("must not run inside a transaction: " + statement);
    }
}
