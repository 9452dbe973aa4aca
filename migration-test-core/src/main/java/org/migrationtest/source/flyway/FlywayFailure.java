package org.migrationtest.source.flyway;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.jspecify.annotations.Nullable;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.source.MigrationFailedException;

/** What a Flyway exception says, without Flyway's decoration. */
final class FlywayFailure {
    /** Flyway tells the place of what its parser does not understand in the message only. */
    private static final Pattern PARSER = Pattern.compile("^Unable to parse statement in .* at line (\\d+) col (\\d+)");

    private FlywayFailure() {}

    /** @param script the script that was to run, unless Flyway names another (a callback) */
    static MigrationFailedException of(FlywayException failure, ScriptLocation script) {
        Optional<FlywaySqlScriptException> statement = cause(failure, FlywaySqlScriptException.class);
        Optional<String> database = cause(failure, SQLException.class).map(Throwable::getMessage);
        if (statement.isPresent()) {
            FlywaySqlScriptException at = statement.get();
            return new MigrationFailedException(
                    database.orElseGet(at::getMessage), text(at), location(at, script), failure);
        }
        Throwable innermost = innermost(failure);
        return new MigrationFailedException(
                database.orElseGet(() -> String.valueOf(innermost.getMessage())),
                null,
                parsed(failure, script),
                failure);
    }

    private static @Nullable String text(FlywaySqlScriptException failure) {
        return failure.getStatement().isEmpty() ? null : failure.getStatement();
    }

    private static ScriptLocation location(FlywaySqlScriptException failure, ScriptLocation script) {
        int line = Math.max(1, failure.getLineNumber());
        return failure.getResource() == null ? atLine(script, line) : Locations.of(failure.getResource(), line);
    }

    private static ScriptLocation parsed(Throwable failure, ScriptLocation script) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher place = PARSER.matcher(String.valueOf(cause.getMessage()));
            if (place.find()) {
                return atLine(script, Integer.parseInt(place.group(1)));
            }
        }
        return script;
    }

    private static ScriptLocation atLine(ScriptLocation script, int line) {
        return new ScriptLocation(script.display(), script.file(), line);
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static Throwable innermost(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost;
    }
}
