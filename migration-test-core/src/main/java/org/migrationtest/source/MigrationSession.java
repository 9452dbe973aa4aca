package org.migrationtest.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.migrationtest.migration.Migration;
import org.migrationtest.schema.TableName;

/**
 * A migration tool bound to one database. Used by one thread at a time. No connection is held from one call to the next:
 * between two calls the database may be copied, or taken back to an earlier state with the tool's history in it.
 */
public interface MigrationSession extends AutoCloseable {
    /**
     * Does what the tool does before the first migration: creates its history table and, where so configured, schemas.
     * Idempotent.
     *
     * @throws MigrationFailedException if that fails
     */
    void prepare();

    /**
     * Applies exactly this migration through the tool, whose turn it is, as the tool would in production: with its
     * placeholders, callbacks and transactions. Its cost does not grow with the number of migrations.
     *
     * @throws MigrationFailedException if it fails; whether the tool left its history untouched is read by the caller
     */
    void up(Migration migration);

    /**
     * Rolls back exactly this migration, the last that was applied, and leaves the tool's history as if it had never
     * run.
     *
     * @throws MigrationFailedException if it fails
     * @throws IllegalArgumentException if the migration's {@link Migration#wayBack()} does not exist
     */
    void down(Migration migration);

    /**
     * Applies a {@link Migration#repeatable()} migration once more although it has been applied.
     *
     * @throws MigrationFailedException if it fails
     */
    void repeat(Migration migration);

    /**
     * Reads the tool's history over the given connection, never through the tool.
     *
     * @param migration the one whose entry is looked for
     */
    HistoryEntry history(Connection connection, Migration migration) throws SQLException;

    /** The tool's own tables, which are no part of the application's schema. */
    Set<TableName> historyTables();

    /** Releases what the session holds; the database stays as it is. */
    @Override
    void close();
}
