package org.migrationtest.datagen;

import java.sql.SQLException;
import java.util.Optional;
import org.migrationtest.datagen.catalog.Check;
import org.migrationtest.datagen.catalog.Reference;
import org.migrationtest.datagen.catalog.Sql;
import org.migrationtest.datagen.catalog.Table;
import org.migrationtest.datagen.catalog.Unique;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the server says when it refuses a row. */
final class Failures {
    private static final String CHECK = "23514";

    private Failures() {}

    /** A lost connection is no refusal: nothing that follows could be true. */
    static void rethrowIfLost(SQLException failure) throws SQLException {
        String state = state(failure);
        if (state.startsWith("08") || state.startsWith("57") || state.startsWith("25")) {
            throw failure;
        }
    }

    static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }

    /** Whether a value turned out to be taken. */
    static boolean isTaken(SQLException failure) {
        return state(failure).equals("23505") || state(failure).equals("23P01");
    }

    /** Whether it was taken in this table, and not in one that a trigger writes to. */
    static boolean isTakenIn(Table table, SQLException failure) {
        Optional<String> index = message(failure).map(ServerErrorMessage::getConstraint);
        boolean own = table.kind().equals("p")
                || table.uniques().stream().anyMatch(unique -> index.equals(Optional.of(unique.name())));
        return own && isTaken(failure);
    }

    /** The condition that a row broke; empty if it was something else. */
    static Optional<String> brokenCheck(SQLException failure) {
        if (!state(failure).equals(CHECK)) {
            return Optional.empty();
        }
        Optional<String> name = message(failure).map(ServerErrorMessage::getConstraint);
        return name.or(() -> Optional.of(Check.PARTITION_BOUND));
    }

    /** The constraint with its definition, or what else stood in the way. */
    static String constraint(SQLException failure, Table table) {
        Optional<String> name = message(failure).map(ServerErrorMessage::getConstraint);
        if (name.isPresent()) {
            return definition(name.get(), table);
        }
        Optional<String> column = message(failure).map(ServerErrorMessage::getColumn);
        if (column.isPresent()) {
            return table.column(column.get())
                    .map(each -> "column " + Sql.name(each.name()) + " " + each.sqlType()
                            + (each.notNull() ? " NOT NULL" : ""))
                    .orElse("column " + column.get());
        }
        return message(failure)
                .map(ServerErrorMessage::getWhere)
                .map(where -> where.lines().findFirst().orElse(where))
                .orElse("SQLSTATE " + state(failure));
    }

    /** The server's words, on one line. */
    static String words(SQLException failure) {
        Optional<ServerErrorMessage> message = message(failure);
        String detail = message.map(ServerErrorMessage::getDetail)
                .map(text -> " (" + text + ")")
                .orElse("");
        return message.map(ServerErrorMessage::getMessage).orElse(String.valueOf(failure.getMessage())) + detail;
    }

    private static String definition(String name, Table table) {
        for (Check check : table.checks()) {
            if (check.name().equals(name)) {
                return Conditions.describe(check);
            }
        }
        for (Reference reference : table.references()) {
            if (reference.name().equals(name)) {
                return Sql.name(name) + " " + reference.definition();
            }
        }
        for (Unique unique : table.uniques()) {
            if (unique.name().equals(name)) {
                return unique.definition();
            }
        }
        return table.columns().stream()
                .flatMap(column -> column.type().checks().stream())
                .filter(check -> check.name().equals(name))
                .findFirst()
                .map(Conditions::describe)
                .orElse(Sql.name(name));
    }

    private static Optional<ServerErrorMessage> message(SQLException failure) {
        return failure instanceof PSQLException server
                ? Optional.ofNullable(server.getServerErrorMessage())
                : Optional.empty();
    }
}
