package org.migrationtest.run;

/** A round trip in one transaction could not go on, or must be repeated on copies before it is believed. */
final class Abandoned extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Abandoned(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
