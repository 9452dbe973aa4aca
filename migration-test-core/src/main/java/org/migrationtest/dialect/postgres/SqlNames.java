package org.migrationtest.dialect.postgres;

import java.util.Collection;
import java.util.stream.Collectors;
import org.migrationtest.schema.TableName;

/** Names as they stand in SQL: always quoted, so that case and odd characters survive. */
final class SqlNames {
    private SqlNames() {}

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String quoted(TableName table) {
        return quoted(table.schema()) + "." + quoted(table.name());
    }

    static String list(Collection<String> identifiers) {
        return identifiers.stream().map(SqlNames::quoted).collect(Collectors.joining(", "));
    }
}
