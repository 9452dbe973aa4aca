package org.migrationtest.run;

import java.sql.SQLException;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseUnavailableException;

/** Tells a server that went away, which says nothing of the migration, from a statement that failed. */
final class ServerLoss {
    private final DatabaseServer server;

    ServerLoss(DatabaseServer server) {
        this.server = server;
    }

    /** Whether a SQLSTATE means that the server or the connection is gone (class 08; PostgreSQL 57P01 to 57P03). */
    static boolean isLoss(String sqlState) {
        return sqlState.startsWith("08") || sqlState.startsWith("57P0");
    }

    /**
     * The loss as the user is told of it.
     *
     * @param doing what was being done, a clause that fits behind "while"
     */
    DatabaseUnavailableException during(String doing, Throwable cause) {
        return new DatabaseUnavailableException(
                "The server for " + server.requested() + " went away while " + doing + ": "
                        + String.valueOf(cause.getMessage()).strip().replaceFirst("\\.$", "")
                        + ". It was: " + server.origin().replaceFirst("\\.$", "")
                        + ". Nothing is known of the migrations that were not judged before. Common causes are too little"
                        + " memory (the kernel's log names what it killed), a full disk, and somebody who stopped it.",
                cause);
    }

    /** What a failure of our own statements is to the user. */
    RuntimeException unexpected(String doing, SQLException cause) {
        String state = cause.getSQLState();
        if (state != null && isLoss(state)) {
            return during(doing, cause);
        }
        return new IllegalStateException(
                "While " + doing + " the database refused a statement of migration-test's own (SQLSTATE " + state
                        + "): "
                        + cause.getMessage() + ". This is a defect of migration-test or a case it does not know;"
                        + " please report it with this message.",
                cause);
    }
}
