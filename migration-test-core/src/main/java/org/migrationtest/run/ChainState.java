package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.migrationtest.data.ForeignKey;
import org.migrationtest.data.RowKeys;
import org.migrationtest.data.TableFingerprint;
import org.migrationtest.database.Dialect;
import org.migrationtest.schema.SchemaSnapshot;
import org.migrationtest.schema.TableName;

/**
 * What is known of the chain's database between two round trips, so that the state before the next one needs no reading:
 * only tables that a step touched are ever read again.
 *
 * @param schema the schema
 * @param rows the fingerprint of every table but the tool's own
 * @param foreignKeys every foreign key
 */
record ChainState(SchemaSnapshot schema, Map<TableName, TableFingerprint> rows, List<ForeignKey> foreignKeys) {
    ChainState {
        rows = Map.copyOf(rows);
        foreignKeys = List.copyOf(foreignKeys);
    }

    /** Reads all of it. */
    static ChainState read(Dialect dialect, Connection connection, Set<TableName> toolsOwn) throws SQLException {
        Set<TableName> tables = new HashSet<>(dialect.dataReader().tables(connection));
        tables.removeAll(toolsOwn);
        return new ChainState(
                dialect.schemaReader().read(connection, toolsOwn),
                fingerprints(dialect, connection, tables),
                dialect.dataReader().foreignKeys(connection));
    }

    /**
     * The state after something touched some tables.
     *
     * @param touched tables that may have changed, gone ones included
     */
    ChainState after(Dialect dialect, Connection connection, SchemaSnapshot newSchema, Set<TableName> touched)
            throws SQLException {
        Set<TableName> present = dialect.dataReader().tables(connection);
        Map<TableName, TableFingerprint> all = new TreeMap<>(rows);
        all.keySet().retainAll(present);
        Set<TableName> again = new HashSet<>(touched);
        again.retainAll(present);
        all.putAll(fingerprints(dialect, connection, again));
        return new ChainState(newSchema, all, dialect.dataReader().foreignKeys(connection));
    }

    /** Tables that were there and now have a column which all their rows of then hold one value in. */
    Set<TableName> widenedSince(ChainState earlier) {
        return rows.keySet().stream()
                .filter(table -> {
                    TableFingerprint then = earlier.rows().get(table);
                    TableFingerprint now = rows.get(table);
                    return then != null
                            && now != null
                            && !then.columns()
                                    .keySet()
                                    .containsAll(now.columns().keySet());
                })
                .collect(Collectors.toSet());
    }

    private static Map<TableName, TableFingerprint> fingerprints(
            Dialect dialect, Connection connection, Set<TableName> tables) throws SQLException {
        Map<TableName, TableFingerprint> fingerprints = new TreeMap<>();
        for (TableName table : tables) {
            fingerprints.put(table, dialect.dataReader().fingerprint(connection, table, RowKeys.none(table)));
        }
        return fingerprints;
    }
}
