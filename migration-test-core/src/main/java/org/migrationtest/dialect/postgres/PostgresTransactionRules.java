package org.migrationtest.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.migrationtest.database.TransactionRules;
import org.migrationtest.sql.SqlSplitter;
import org.migrationtest.sql.SqlStatement;

/**
 * PostgreSQL rolls schema changes back, but for statements that refuse to run inside a transaction block (their errors
 * come from {@code PreventInTransactionBlock}), for those whose effect ends with the transaction, and for settings of a
 * database or role, which only a new session has.
 */
final class PostgresTransactionRules implements TransactionRules {
    /** Statements that begin, end or refuse a transaction by their first words alone. */
    private static final Set<String> OWN = Set.of(
            "BEGIN",
            "START TRANSACTION",
            "COMMIT",
            "END",
            "ABORT",
            "PREPARE TRANSACTION",
            "VACUUM",
            "CREATE DATABASE",
            "DROP DATABASE",
            "CREATE TABLESPACE",
            "DROP TABLESPACE",
            "ALTER SYSTEM",
            "CREATE SUBSCRIPTION",
            "ALTER SUBSCRIPTION",
            "DROP SUBSCRIPTION",
            "DISCARD ALL",
            "SET TRANSACTION");

    /** Local settings that cannot make a later step succeed which otherwise fails, nor change what it does. */
    private static final Set<String> HARMLESS_SETTINGS =
            Set.of("LOCK_TIMEOUT", "STATEMENT_TIMEOUT", "WORK_MEM", "MAINTENANCE_WORK_MEM");

    private static final Pattern REINDEXES_ALONE = word("CONCURRENTLY|SCHEMA|DATABASE|SYSTEM");
    private static final Pattern CLUSTERS_ALL = Pattern.compile("(?is)CLUSTER\\s*(VERBOSE|\\([^)]*\\))?\\s*");
    private static final Pattern ALTERS_ALONE =
            word("TABLE\\b.*\\bDETACH\\b.*\\bCONCURRENTLY|(?:DATABASE|ROLE|USER|GROUP)\\b.*\\b(?:SET|RESET)");
    private static final Pattern ENDS_WITH_TRANSACTION = word("ON\\s+COMMIT\\s+(?:DROP|DELETE)");
    private static final Pattern SETS_LOCALLY = word("set_config\\s*\\([^;]*,[^;]*,\\s*(?:true|'t'|'true'|'on')");

    /** Asked after almost every statement, and almost always answered with no; the other query costs four times as much. */
    private static final String ANY_DEFERRABLE = "SELECT FROM pg_catalog.pg_constraint WHERE condeferrable LIMIT 1";

    private static final String DEFERRED = """
            SELECT string_agg(name, ', ')
            FROM (SELECT concat(pg_catalog.quote_ident(n.nspname), '.', pg_catalog.quote_ident(k.conname))
                  FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace
                  GROUP BY n.nspname, k.conname HAVING bool_and(k.condeferred)) AS constraints (name)
            """;

    @Override
    public boolean schemaChangesRollBack() {
        return true;
    }

    @Override
    public boolean needsOwnTransaction(String statement) {
        return SqlSplitter.split(statement).stream().anyMatch(PostgresTransactionRules::standsAlone);
    }

    private static boolean standsAlone(SqlStatement statement) {
        List<String> words = statement.keywords(4);
        if (words.isEmpty()) {
            return says(SETS_LOCALLY, statement.text());
        }
        String first = words.get(0);
        String firstTwo = String.join(" ", words.subList(0, Math.min(2, words.size())));
        String text = statement.text();
        return OWN.contains(first)
                || OWN.contains(firstTwo)
                || switch (first) {
                    case "ROLLBACK" -> !words.contains("TO");
                    case "CREATE", "DROP" -> words.contains("CONCURRENTLY") || says(ENDS_WITH_TRANSACTION, text);
                    case "REINDEX" -> says(REINDEXES_ALONE, text);
                    case "CLUSTER" -> CLUSTERS_ALL.matcher(text).matches();
                    case "ALTER" -> says(ALTERS_ALONE, text);
                    case "SET" -> firstTwo.equals("SET LOCAL") && words.stream().noneMatch(HARMLESS_SETTINGS::contains);
                    case "SELECT", "WITH", "DO" -> says(SETS_LOCALLY, text);
                    default -> false;
                };
    }

    private static boolean says(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }

    private static Pattern word(String words) {
        return Pattern.compile("\\b(?:" + words + ")(?!\\w)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /**
     * By SQLSTATE (manual, appendix A), since messages are translated:
     *
     * <ul>
     *   <li>class 25: a transaction where there may be none, none where there must be one, one that already failed or
     *       lasted too long;
     *   <li>class 2D: a procedure that commits; class 3B: a savepoint that a script's own commit has taken away;
     *   <li>55P04: an enum label used before its commit;
     *   <li>55006: a table with pending trigger events, or with a cursor open that a commit would have closed.
     * </ul>
     *
     * To blame the transaction once too often only costs a second try outside of it.
     */
    @Override
    public boolean blamesTransaction(SQLException error) {
        String state = error.getSQLState();
        return state != null
                && (state.startsWith("25")
                        || state.startsWith("2D")
                        || state.startsWith("3B")
                        || state.equals("55P04")
                        || state.equals("55006"));
    }

    /**
     * Fires what is deferred, and then defers again what begins deferred, as the next transaction would find it. A name
     * that several constraints of a schema share stays immediate, unless all of them begin deferred: the statement knows
     * constraints by name only.
     */
    @Override
    public void simulateCommit(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ANY_DEFERRABLE);
                ResultSet any = query.executeQuery()) {
            if (!any.next()) {
                return;
            }
        }
        try (Statement statement = connection.createStatement()) {
            String deferred;
            try (ResultSet row = statement.executeQuery(DEFERRED)) {
                row.next();
                deferred = row.getString(1);
            }
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE"
                    + (deferred == null ? "" : "; SET CONSTRAINTS " + deferred + " DEFERRED"));
        }
    }

    /** RESET ALL leaves the role alone (manual, "RESET"), and resetting the authorization resets it too. */
    @Override
    public void resetSession(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("RESET SESSION AUTHORIZATION; RESET ALL");
        }
    }
}
