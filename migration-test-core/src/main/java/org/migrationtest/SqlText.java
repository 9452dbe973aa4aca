package org.migrationtest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.migrationtest.schema.TableName;

/** Writes names as the engine behind a connection wants them. */
record SqlText(String quote) {
    static SqlText of(Connection connection) throws SQLException {
        return new SqlText(connection.getMetaData().getIdentifierQuoteString());
    }

    String name(String identifier) {
        return quote + identifier.replace(quote, quote + quote) + quote;
    }

    String name(TableName table) {
        return name(table.schema()) + "." + name(table.name());
    }

    String names(Collection<String> identifiers) {
        return identifiers.stream().map(this::name).collect(Collectors.joining(", "));
    }
}
