package org.migrationtest.dialect.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The catalogue queries as prepared statements of one server session. Planning costs ten times what running does, so each
 * session plans them once, those that it turns out to need. What is prepared is asked of the server, since a migration may
 * discard it.
 */
final class PreparedQueries {
    /** How the names of the prepared statements begin. */
    static final String PREFIX = "migrationtest_schema_";

    private static final String STATE = PREFIX + "state";
    private static final String SUPERUSER = "superuser";

    private static final String IS_STATE_PREPARED = "select from pg_prepared_statements where name = '" + STATE + "'";

    /** Not planned for tables as large as catalogues might be: they are small, and joined at once. */
    private static final String PLANNING = "set local enable_nestloop = off";

    private final List<CatalogueQuery> queries;
    private final List<CatalogueQuery> ofSuperusers;

    private PreparedQueries(int major) {
        this.ofSuperusers = CatalogueQuery.all(major, true);
        this.queries = CatalogueQuery.all(major, false);
    }

    /** Runs all queries that can have rows, and gives {@code rows} each of their results. */
    static void run(CanonicalReading reading, SnapshotRows rows) throws SQLException {
        Connection connection = reading.connection();
        int major = connection.getMetaData().getDatabaseMajorVersion();
        try (Statement statement = connection.createStatement()) {
            new PreparedQueries(major).run(statement, rows);
        }
    }

    private void run(Statement statement, SnapshotRows rows) throws SQLException {
        statement.execute(PLANNING);
        Set<String> state = state(statement);
        List<CatalogueQuery> needed = (state.contains(SUPERUSER) ? ofSuperusers : queries)
                .stream()
                        .filter(query -> query.onlyWhere().isEmpty() || state.contains(query.name()))
                        .toList();
        // One by one: the server keeps with each the whole text that it came in, and copies it whenever it is run.
        for (CatalogueQuery query : needed) {
            if (!state.contains(PREFIX + query.name())) {
                statement.execute("prepare " + PREFIX + query.name() + " as " + query.sql());
            }
        }
        boolean isResult = statement.execute(
                needed.stream().map(query -> "execute " + PREFIX + query.name()).collect(Collectors.joining(";\n")));
        while (isResult) {
            rows.add(statement.getResultSet());
            isResult = statement.getMoreResults();
        }
    }

    /** Who is asking, what is prepared, and what there is to be read. */
    private Set<String> state(Statement statement) throws SQLException {
        try (ResultSet prepared = statement.executeQuery(IS_STATE_PREPARED)) {
            if (prepared.next()) {
                return names(statement, "execute " + STATE);
            }
        }
        statement.execute("prepare " + STATE + " as "
                + "select '" + SUPERUSER + "' where (select rolsuper from pg_roles where rolname = session_user)"
                + " union all select name from pg_prepared_statements where starts_with(name, '" + PREFIX + "')"
                + ofSuperusers.stream()
                        .filter(query -> !query.onlyWhere().isEmpty())
                        .map(query ->
                                " union all select '" + query.name() + "' where exists (" + query.onlyWhere() + ")")
                        .collect(Collectors.joining()));
        return names(statement, "execute " + STATE);
    }

    private static Set<String> names(Statement statement, String query) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
