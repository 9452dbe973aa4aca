package org.migrationtest.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All catalogue queries of a server as one text: prepares those the connection has not prepared yet, then executes all.
 *
 * @param sql the statements, separated by semicolons
 */
record CatalogueBatch(String sql) {
    /** How the names of the prepared statements begin. */
    static final String PREFIX = "migrationtest_schema_";

    private static final String STATE = """
            select r.rolsuper, p.name from pg_catalog.pg_roles r
              left join pg_catalog.pg_prepared_statements p on pg_catalog.starts_with(p.name, '%s')
              where r.rolname operator(pg_catalog.=) session_user
            """.formatted(PREFIX);

    static CatalogueBatch of(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        Set<String> prepared = new HashSet<>();
        boolean superuser = false;
        try (PreparedStatement query = connection.prepareStatement(STATE);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                superuser = rows.getBoolean(1);
                prepared.add(rows.getString(2));
            }
        }
        List<CatalogueQuery> queries = CatalogueQuery.all(major, superuser);
        String prepare = queries.stream()
                .filter(query -> !prepared.contains(PREFIX + query.name()))
                .map(query -> "prepare " + PREFIX + query.name() + " as " + query.sql() + ";\n")
                .collect(Collectors.joining());
        String execute = queries.stream()
                .map(query -> "execute " + PREFIX + query.name())
                .collect(Collectors.joining(";\n"));
        return new CatalogueBatch(prepare + execute);
    }
}
