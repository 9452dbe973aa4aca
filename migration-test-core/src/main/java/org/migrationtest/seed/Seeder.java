package org.migrationtest.seed;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Fills tables with valid rows. Found by {@link java.util.ServiceLoader}; thread-safe. Deterministic: the same schema,
 * rows already there, and request give the same new rows.
 */
public interface Seeder {
    /** The engine it can fill, as in {@link org.migrationtest.database.EngineVersion#engine()}. */
    String engine();

    /**
     * Adds rows to the requested tables, inside the connection's transaction where it has one, and never commits or rolls
     * back what the caller began (its own savepoints excepted). Session settings are left as they were. A table that
     * cannot be filled is reported, and the others are filled all the same.
     */
    SeedResult fill(Connection connection, SeedRequest request) throws SQLException;
}
