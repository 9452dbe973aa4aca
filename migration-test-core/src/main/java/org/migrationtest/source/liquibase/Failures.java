package org.migrationtest.source.liquibase;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.exception.ChangeLogParseException;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.exception.ValidationFailedException;
import liquibase.precondition.ErrorPrecondition;
import liquibase.precondition.FailedPrecondition;
import org.jspecify.annotations.Nullable;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.source.MigrationFailedException;

/** Turns Liquibase's nested exceptions into what a person needs: the innermost message that says something. */
final class Failures {
    private static final String NAMESPACE = "\"http://www.liquibase.org/xml/ns/dbchangelog\":";

    /** The XML parser lists all sixty elements that it would have taken. */
    private static final Pattern EXPECTED_ELEMENTS = Pattern.compile(" One of '\\{[^}]{300,}}' is expected\\.");

    private Failures() {}

    /** A failure together with what its message does not say. */
    static final class Explained extends Exception {
        private static final long serialVersionUID = 1L;

        Explained(String explanation, Throwable cause) {
            super(explanation, cause);
        }
    }

    /** A step that failed: with the server's own message and the statement, where it was the server that refused. */
    static MigrationFailedException step(Throwable error, LastStatement sent, @Nullable ScriptLocation location) {
        if (error instanceof MigrationFailedException ready) {
            return ready;
        }
        Optional<SQLException> refused = find(error, SQLException.class);
        String message = refused.map(Throwable::getMessage).orElseGet(() -> message(error));
        Optional<String> statement = refused.flatMap(sql -> sent.sql());
        return new MigrationFailedException(
                find(error, Explained.class)
                        .map(explained -> message + "\n" + explained.getMessage())
                        .orElse(message),
                statement.orElse(null),
                location == null ? null : StatementLine.of(location, statement.orElse("")),
                error);
    }

    /** Of a changelog that cannot be read: the innermost message that names the file, and the line where there is one. */
    static String reading(Throwable error) {
        return chain(error)
                .filter(ChangeLogParseException.class::isInstance)
                .map(Throwable::getMessage)
                .reduce((outer, inner) -> inner)
                .filter(message -> find(error, NoClassDefFoundError.class).isEmpty())
                .map(message -> EXPECTED_ELEMENTS.matcher(message).replaceAll(""))
                .map(message -> message.replace(NAMESPACE, "").strip())
                .orElseGet(() -> message(error));
    }

    /** The innermost message. */
    static String message(Throwable error) {
        return find(error, PreconditionFailedException.class)
                .map(failed -> "the precondition is not met: "
                        + failed.getFailedPreconditions().stream()
                                .map(FailedPrecondition::getMessage)
                                .collect(Collectors.joining("; ")))
                .or(() -> find(error, PreconditionErrorException.class)
                        .map(failed -> "the precondition cannot be checked: "
                                + failed.getErrorPreconditions().stream()
                                        .map(ErrorPrecondition::getCause)
                                        .map(Failures::message)
                                        .collect(Collectors.joining("; "))))
                .or(() -> find(error, ValidationFailedException.class).map(Throwable::getMessage))
                .map(String::strip)
                .orElseGet(() -> innermost(error));
    }

    private static String innermost(Throwable error) {
        Optional<NoClassDefFoundError> missing = find(error, NoClassDefFoundError.class);
        if (missing.isPresent()) {
            return "a class is missing on the class path: "
                    + String.valueOf(missing.get().getMessage()).replace('/', '.');
        }
        return chain(error)
                .filter(cause -> cause.getMessage() != null)
                .reduce((outer, inner) -> inner)
                .map(said -> speaks(said) ? String.valueOf(said.getMessage()).strip() : said.toString())
                .orElseGet(error::toString);
    }

    /** A message of one word, as exceptions of the JDK's have, says something only together with the exception's name. */
    private static boolean speaks(Throwable error) {
        return String.valueOf(error.getMessage()).strip().contains(" ");
    }

    private static <T extends Throwable> Optional<T> find(Throwable error, Class<T> type) {
        return chain(error).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> chain(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause);
    }
}
