package org.migrationtest.database;

/**
 * What is known of an engine's catalogue, data and sessions. Found by {@link java.util.ServiceLoader}; stateless and
 * thread-safe.
 */
public interface Dialect {
    /** The engine it speaks of, as in {@link EngineVersion#engine()}. */
    String engine();

    /** Reads the schema. */
    SchemaReader schemaReader();

    /** Reads tables' rows, without moving them out of the engine. */
    DataReader dataReader();

    /** Reads what sessions hold and do. */
    SessionReader sessionReader();

    /** What can and cannot run inside one transaction. */
    TransactionRules transactionRules();
}
