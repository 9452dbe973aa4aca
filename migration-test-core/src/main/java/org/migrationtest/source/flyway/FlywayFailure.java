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
    /** Flyway counts the comments before a statement as part of it. */
    private static final Pattern COMMENT = Pattern.compile("\\G(?:\\s+|--[^\\n]*|/\\*.*?\\*/)", Pattern.DOTALL);

    private FlywayFailure() {}

    /** @param script the script that was to run, unless Flyway names another (a callback) */
    static MigrationFailedException of(FlywayException failure, ScriptLocation script) {
        Throwable innermost = innermost(failure, Throwable.class).orElse(failure);
        Optional<String> database = innermost(failure, SQLException.class).map(Throwable::getMessage);
        Optional<FlywaySqlScriptException> statement = innermost(failure, FlywaySqlScriptException.class);
        if (statement.isPresent()) {
            FlywaySqlScriptException at = statement.get();
            return new MigrationFailedException(
                    database.orElseGet(() -> String.valueOf(innermost.getMessage())),
                    text(at),
                    location(at, script),
                    failure);
        }
        return new MigrationFailedException(
                database.orElseGet(() -> String.valueOf(innermost.getMessage())), null, script, failure);
    }

    private static @Nullable String text(FlywaySqlScriptException failure) {
        String statement = failure.getStatement();
        return statement.isEmpty() ? null : statement.substring(start(statement));
    }

    private static int start(String statement) {
        Matcher comment = COMMENT.matcher(statement);
        int start = 0;
        while (comment.find()) {
            start = comment.end();
        }
        return start;
    }

    private static ScriptLocation location(FlywaySqlScriptException failure, ScriptLocation script) {
        int line = Math.max(1, failure.getLineNumber());
        return failure.getResource() == null ? atLine(script, line) : Locations.of(failure.getResource(), line);
    }

    private static ScriptLocation atLine(ScriptLocation script, int line) {
        return new ScriptLocation(script.display(), script.file(), line);
    }

    private static <T extends Throwable> Optional<T> innermost(Throwable failure, Class<T> type) {
        Optional<T> innermost = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                innermost = Optional.of(type.cast(cause));
            }
        }
        return innermost;
    }
}
