package org.migrationtest.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.migrationtest.schema.TableName;

/**
 * What the catalogue and the server's counters tell of a table without reading it.
 *
 * @param storage its identity, its file (new after TRUNCATE and every rewrite) and the versions of its column definitions;
 *     for a table with a column of a user's type also the versions of enum labels and of composite types' fields, since
 *     they shape its values
 * @param changes how many rows this transaction inserted, updated and deleted. The counts include subtransactions, rolled
 *     back ones too, and only grow (pgstat_relation.c), but for a table that is {@code fresh}.
 * @param fresh whether the table's file may be of this very transaction: then TRUNCATE empties the file in place and starts
 *     the counts again (tablecmds.c, ExecuteTruncateGuts), so that nothing here need tell of it
 */
record TableState(String storage, String changes, boolean fresh) {
    private static final String STATES = """
            WITH columns AS (
                SELECT attrelid, sum(hashtextextended(ctid::text, 0)) AS versions, max(atttypid::bigint) >= 16384 AS own
                FROM pg_catalog.pg_attribute WHERE attnum > 0 AND attrelid >= 16384 GROUP BY attrelid
            ), types AS (
                SELECT concat((SELECT sum(hashtextextended(ctid::text, 0)) FROM pg_catalog.pg_enum), ' ',
                              (SELECT sum(versions) FROM columns JOIN pg_catalog.pg_class c ON c.oid = attrelid
                               WHERE c.relkind = 'c')) AS versions
            )
            SELECT n.nspname, c.relname,
                   concat_ws(' ', c.oid, pg_catalog.pg_relation_filenode(c.oid), columns.versions,
                       CASE WHEN columns.own THEN types.versions END),
                   concat_ws(' ', pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid),
                       pg_catalog.pg_stat_get_xact_tuples_updated(c.oid),
                       pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid)),
                   pg_catalog.age(c.xmin) <= pg_catalog.age(pg_catalog.pg_current_xact_id()::xid)
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN types
            LEFT JOIN columns ON columns.attrelid = c.oid
            WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            """;

    boolean surelySameAs(TableState earlier) {
        return !earlier.fresh && storage.equals(earlier.storage) && changes.equals(earlier.changes);
    }

    /** The state of every table that is not the system's, nor temporary. */
    static Map<TableName, TableState> all(Connection connection) throws SQLException {
        Map<TableName, TableState> states = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(STATES);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                states.put(
                        new TableName(rows.getString(1), rows.getString(2)),
                        new TableState(rows.getString(3), rows.getString(4), rows.getBoolean(5)));
            }
        }
        return states;
    }
}
