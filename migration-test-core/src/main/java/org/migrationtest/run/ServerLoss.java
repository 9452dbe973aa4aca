package org.migrationtest.run;

import java.sql.SQLException;
import org.migrationtest.database.DatabaseUnavailableException;

/** Tells a server that went away, which says nothing of the migration, from a statement that failed. */
final class ServerLoss {
    private ServerLoss() {}

    /** Whether a SQLSTATE means that the server or the connection is gone (class 08; PostgreSQL 57P01 to 57P03). */
    static boolean isLoss(String sqlState) {
        return sqlState.startsWith("08") || sqlState.startsWith("57P0");
    }

    static DatabaseUnavailableException during(Throwable cause) {
        return new DatabaseUnavailableException(
                "The database server went away in the middle of a run: " + cause.getMessage()
                        + ". Nothing is known of the migrations that were not judged before. Look at the server's log;"
                        + " common causes are too little memory or disk, and somebody who stopped it.",
                cause);
    }

    /** What a failure of our own statements is to the user. */
    static RuntimeException unexpected(String doing, SQLException cause) {
        String state = cause.getSQLState();
        if (state != null && isLoss(state)) {
            return during(cause);
        }
        return new IllegalStateException(
                "While " + doing + " the database refused a statement of migration-test's own (SQLSTATE " + state
                        + "): "
                        + cause.getMessage() + ". This is a defect of migration-test or a case it does not know;"
                        + " please report it with this message.",
                cause);
    }
}
