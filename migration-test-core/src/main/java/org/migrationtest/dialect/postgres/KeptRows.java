package org.migrationtest.dialect.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.migrationtest.schema.TableName;

/**
 * Copies of tables in the session's temporary schema, with the primary key written down in the copy's comment. They live
 * as long as the transaction, or as the session where there is none.
 */
final class KeptRows {
    private static final String SCHEMA = "pg_temp";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final AtomicLong COUNTER = new AtomicLong();

    private KeptRows() {}

    static TableName keep(Connection connection, TableName table) throws SQLException {
        TableName copy = new TableName(SCHEMA, "migration_test_kept_" + COUNTER.incrementAndGet());
        String key;
        try (CanonicalReading reading = CanonicalReading.on(connection)) {
            key = keyOf(TableShape.of(reading, table).orElseThrow(() -> PostgresDataReader.noSuchTable(table)));
        }
        try (Statement statement = connection.createStatement()) {
            refuseHiddenRows(statement, table);
            String until = CanonicalReading.isInTransaction(connection) ? " ON COMMIT DROP" : "";
            statement.execute("CREATE TEMPORARY TABLE " + SqlNames.quoted(copy) + until + " AS SELECT * FROM ONLY "
                    + SqlNames.quoted(table));
            statement.execute("COMMENT ON TABLE " + SqlNames.quoted(copy) + " IS '" + key.replace("'", "''") + "'");
        }
        return copy;
    }

    /** The copy is made under the session's own role, since it outlives any setting made for it. */
    private static void refuseHiddenRows(Statement statement, TableName table) throws SQLException {
        String name = "'" + SqlNames.quoted(table).replace("'", "''") + "'";
        try (ResultSet row =
                statement.executeQuery("SELECT pg_catalog.row_security_active(" + name + "), current_user")) {
            row.next();
            if (row.getBoolean(1)) {
                throw new SQLException(
                        "Row security hides rows of " + table + " from the role " + row.getString(2)
                                + ", so they cannot be compared. Connect as a superuser or a role with BYPASSRLS; if a"
                                + " migration changed the role (SET ROLE), let it RESET ROLE at its end.",
                        INSUFFICIENT_PRIVILEGE);
            }
        }
    }

    /** The primary key as it is written down, empty where there is none. */
    static String keyOf(TableShape table) {
        return SqlNames.list(table.primaryKey());
    }
}
