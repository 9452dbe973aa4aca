package org.migrationtest.finding;

/** How bad a finding is. */
public enum Severity {
    /** The migration must not be released as it is; the test fails. */
    ERROR,
    /** A person should look at it; the test does not fail. */
    WARNING,
    /** What would have been an error is declared by the user as intended, with a reason; the test does not fail. */
    ALLOWED
}
