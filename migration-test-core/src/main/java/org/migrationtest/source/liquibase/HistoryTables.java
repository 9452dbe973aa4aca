package org.migrationtest.source.liquibase;

import java.util.Set;
import liquibase.database.Database;
import org.migrationtest.schema.TableName;

/**
 * Liquibase's own tables in one database.
 *
 * @param names both of them
 * @param count counts the changesets that are applied, and those of an id, author and file
 */
record HistoryTables(Set<TableName> names, String count) {
    static HistoryTables of(Database database) {
        String schema = String.valueOf(database.getLiquibaseSchemaName());
        String history = database.escapeTableName(
                database.getLiquibaseCatalogName(), schema, database.getDatabaseChangeLogTableName());
        return new HistoryTables(
                Set.of(
                        new TableName(schema, database.getDatabaseChangeLogTableName()),
                        new TableName(schema, database.getDatabaseChangeLogLockTableName())),
                "SELECT count(*), count(CASE WHEN id = ? AND author = ? AND filename = ? THEN 1 END) FROM " + history);
    }
}
