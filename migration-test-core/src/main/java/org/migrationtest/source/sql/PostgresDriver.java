package org.migrationtest.source.sql;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What only the PostgreSQL driver knows. */
final class PostgresDriver {
    private PostgresDriver() {}

    /** What the server said, without the driver's own words about positions. */
    static String message(SQLException error) {
        ServerErrorMessage server = serverError(error);
        if (server == null) {
            return String.valueOf(error.getMessage());
        }
        StringBuilder text = new StringBuilder(server.getSeverity() + ": " + server.getMessage());
        append(text, "Detail", server.getDetail());
        append(text, "Hint", server.getHint());
        append(text, "Where", server.getWhere());
        return text.toString();
    }

    /** Where in the statement the server saw the error, in {@code char}s from 0; empty where it does not say. */
    static OptionalInt position(SQLException error, String statement) {
        ServerErrorMessage server = serverError(error);
        int position = server == null ? 0 : server.getPosition();
        if (position < 1 || position > statement.codePointCount(0, statement.length()) + 1) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(statement.offsetByCodePoints(0, position - 1));
    }

    static void copyIn(Connection connection, String statement, String data) throws SQLException, IOException {
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new StringReader(data));
    }

    private static @Nullable ServerErrorMessage serverError(SQLException error) {
        return error instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }

    private static void append(StringBuilder text, String what, @Nullable String value) {
        if (value != null) {
            text.append("\n  ").append(what).append(": ").append(value);
        }
    }
}
