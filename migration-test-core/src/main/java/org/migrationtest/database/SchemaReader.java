package org.migrationtest.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.migrationtest.schema.SchemaSnapshot;
import org.migrationtest.schema.TableName;

/** Reads everything a migration can change in a database's schema. */
public interface SchemaReader {
    /**
     * Reads the schema as the connection sees it, its own uncommitted changes included. Runs inside the connection's
     * transaction, where it has one, and changes nothing, not even the search path.
     *
     * @param connection an open connection, not in a failed transaction
     * @param ignored tables to leave out with all that belongs to them (columns, indexes, constraints, sequences they
     *     own): the migration tool's own
     */
    SchemaSnapshot read(Connection connection, Set<TableName> ignored) throws SQLException;
}
