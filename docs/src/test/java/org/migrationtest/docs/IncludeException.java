package org.migrationtest.docs;

/** An include that cannot be followed; the message says which and why. */
final class IncludeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    IncludeException(String message) {
        super(message);
    }
}
