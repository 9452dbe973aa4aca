package org.migrationtest.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.migrationtest.database.SchemaReader;
import org.migrationtest.schema.SchemaSnapshot;
import org.migrationtest.schema.TableName;

/**
 * Reads every object that PostgreSQL 13 and newer can define in a database, from the system catalogues
 * (<a href="https://www.postgresql.org/docs/current/catalogs.html">documented</a> per version). What is compared and
 * what is not stands in {@code docs/schema-snapshot.md}.
 *
 * <p>Planning these queries costs ten times what running them does, so each connection plans them once, as prepared
 * statements of the server, and a read is then one round trip. They stay with the connection under names that begin with
 * {@link PreparedQueries#PREFIX}.
 */
final class PostgresSchemaReader implements SchemaReader {
    PostgresSchemaReader() {}

    @Override
    public SchemaSnapshot read(Connection connection, Set<TableName> ignored) throws SQLException {
        SnapshotRows rows = new SnapshotRows(ignored);
        try (CanonicalReading reading = CanonicalReading.on(connection)) {
            PreparedQueries.run(reading, rows);
        }
        return rows.snapshot();
    }
}
