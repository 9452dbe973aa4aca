package org.migrationtest.database;

import org.jspecify.annotations.Nullable;

/**
 * The environment cannot provide the database that was asked for, or the request makes no sense. The message says what
 * was asked for and by which setting, what was tried, why it did not work, and what to do; it never holds a password.
 */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnavailableException(String message) {
        super(message);
    }

    public DatabaseUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
