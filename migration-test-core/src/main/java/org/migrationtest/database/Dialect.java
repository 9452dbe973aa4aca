package org.migrationtest.database;

import java.sql.SQLException;
import java.util.Optional;

/**
 * What is known of an engine's catalogue, data and sessions. Found by {@link java.util.ServiceLoader}; stateless and
 * thread-safe.
 */
public interface Dialect {
    /** The engine it speaks of, as in {@link EngineVersion#engine()}. */
    String engine();

    /** The versions of the engine whose catalogue it knows; no other is ever used. */
    SupportedVersions supportedVersions();

    /** Reads the schema. */
    SchemaReader schemaReader();

    /** Reads tables' rows, without moving them out of the engine. */
    DataReader dataReader();

    /** Reads what sessions hold and do. */
    SessionReader sessionReader();

    /** What can and cannot run inside one transaction. */
    TransactionRules transactionRules();

    /**
     * Why a server refused a statement that a newer version would have understood, as a clause; empty where its age is not
     * known to be the reason.
     *
     * @param error what the server said
     * @param statement what it refused
     * @param major the server's major version
     */
    Optional<String> whyTooOld(SQLException error, String statement, int major);
}
