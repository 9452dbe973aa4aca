package org.migrationtest.source;

import org.jspecify.annotations.Nullable;

/**
 * The user's migrations cannot be read, or his configuration of the tool makes no sense. The message says where was
 * looked, what was found, which setting decided it, and what to do.
 */
public final class MigrationSourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MigrationSourceException(String message) {
        super(message);
    }

    public MigrationSourceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
