package org.migrationtest.source;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationtest.migration.ScriptLocation;

/** A migration did not run to its end. The message is the database's own where it gave one, else the tool's. */
public final class MigrationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable ScriptLocation location;
    private final @Nullable String statement;

    /**
     * @param message what went wrong, for a person, without the tool's decoration
     * @param statement the statement that failed, where the tool tells it
     * @param location the script and, where the tool tells it, the line of that statement
     * @param cause what the tool threw
     */
    public MigrationFailedException(
            String message, @Nullable String statement, @Nullable ScriptLocation location, @Nullable Throwable cause) {
        super(message, cause);
        this.statement = statement;
        this.location = location;
    }

    /** The statement that failed, where known. */
    public Optional<String> statement() {
        return Optional.ofNullable(statement);
    }

    /** Where the failed statement is written, where known. */
    public Optional<ScriptLocation> location() {
        return Optional.ofNullable(location);
    }

    /** The database's error, where it was one: the innermost, since tools and drivers wrap it in others of its type. */
    public Optional<SQLException> sqlException() {
        SQLException innermost = null;
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                innermost = error;
            }
        }
        return Optional.ofNullable(innermost);
    }
}
