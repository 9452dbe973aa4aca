package org.migrationtest.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads the names of a database's objects by the keys of {@link LockNames}. */
final class ObjectNames {
    private static final String ON = " || ' on ' || n.nspname || '.' || c.relname";

    private static final String FUNCTION = "'function ' || n.nspname || '.' || x.proname || '('"
            + " || pg_catalog.pg_get_function_identity_arguments(x.oid) || ')'";

    private static final String OF_A_TABLE =
            " x JOIN pg_catalog.pg_class c ON c.oid = %s JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace";

    private static final String OF_A_SCHEMA = " x JOIN pg_catalog.pg_namespace n ON n.oid = x.%s";

    private static final String NAMES = """
            SELECT c.oid::bigint, %s FROM pg_catalog.pg_class c %s WHERE c.oid >= 16384 AND %s
            """.formatted(LockNames.RELATION, LockNames.RELATION_JOINS, "$c")
            + schemas()
            + named("pg_proc", FUNCTION, OF_A_SCHEMA.formatted("pronamespace"))
            + named("pg_type", "'type ' || n.nspname || '.' || x.typname", OF_A_SCHEMA.formatted("typnamespace"))
            + named("pg_constraint", "'constraint ' || x.conname" + ON, OF_A_TABLE.formatted("x.conrelid"))
            + named("pg_trigger", "'trigger ' || x.tgname" + ON, OF_A_TABLE.formatted("x.tgrelid"))
            + named("pg_rewrite", "'rule ' || x.rulename" + ON, OF_A_TABLE.formatted("x.ev_class"))
            + named("pg_policy", "'policy ' || x.polname" + ON, OF_A_TABLE.formatted("x.polrelid"))
            + named("pg_attrdef", "'a default'" + ON, OF_A_TABLE.formatted("x.adrelid"))
            + named("pg_extension", "'extension ' || x.extname", " x");

    private static final String ALL = NAMES.replaceAll("\\$[cx]", "true");

    /**
     * What this transaction has created or renamed. A row that is visible and not older than the transaction is the
     * transaction's own, or has been committed meanwhile, which does no harm.
     */
    private static final String NEW = NAMES.replaceAll(
            "\\$([cx])",
            "pg_catalog.age($1.xmin) <= (SELECT pg_catalog.age(pg_catalog.pg_current_xact_id_if_assigned()::xid))");

    private ObjectNames() {}

    /** Of everything that a user may have made. */
    static Map<Long, String> all(Connection connection) throws SQLException {
        return read(connection, ALL);
    }

    /** Of what the connection's transaction has made or renamed. */
    static Map<Long, String> made(Connection connection) throws SQLException {
        return read(connection, NEW);
    }

    /** Schemas that every database has have names of their own as well: public is one. */
    private static String schemas() {
        return """
                UNION ALL SELECT 'pg_catalog.pg_namespace'::regclass::oid::bigint << 32 | x.oid::bigint,
                    concat(CASE WHEN x.nspname ~ '^pg_temp_' THEN 'temporary ' END, 'schema ', x.nspname)
                FROM pg_catalog.pg_namespace x WHERE $x
                """;
    }

    private static String named(String catalogue, String name, String from) {
        boolean inSchema = from.contains("pg_namespace");
        return """
                UNION ALL SELECT 'pg_catalog.%1$s'::regclass::oid::bigint << 32 | x.oid::bigint,
                    concat(%2$s, %3$s) FROM pg_catalog.%1$s%4$s WHERE x.oid >= 16384 AND $x
                """.formatted(
                catalogue, inSchema ? "CASE WHEN n.nspname ~ '^pg_temp_' THEN 'temporary ' END" : "''", name, from);
    }

    private static Map<Long, String> read(Connection connection, String sql) throws SQLException {
        Map<Long, String> names = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                names.put(rows.getLong(1), rows.getString(2));
            }
        }
        return names;
    }
}
