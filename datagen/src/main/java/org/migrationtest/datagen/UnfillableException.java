package org.migrationtest.datagen;

/** No row can be made for a table; says which constraint is in the way and why. */
final class UnfillableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String constraint;

    UnfillableException(String constraint, String reason) {
        super(reason);
        this.constraint = constraint;
    }

    String constraint() {
        return constraint;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
