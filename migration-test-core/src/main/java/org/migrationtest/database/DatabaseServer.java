package org.migrationtest.database;

/**
 * A running server. One per engine version and JVM, shared by parallel tests, hence thread-safe. It ends with the JVM,
 * also when that is killed.
 */
public interface DatabaseServer extends AutoCloseable {
    /** What was asked for. */
    EngineVersion requested();

    /** What it says of itself: {@code 17.11}. */
    String version();

    /** Which provider it came from and why, for the report: {@code embedded, because no Docker engine answers}. */
    String origin();

    /**
     * Creates an empty database that the caller owns.
     *
     * @param prefix how its name begins, lower-case letters, digits and underscores; the server makes the name unique
     */
    TestDatabase create(String prefix);

    /** Drops every database that is left and stops the server. Idempotent. */
    @Override
    void close();
}
