package org.migrationtest.evidence;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.migrationtest.migration.ScriptLocation;

/**
 * Why a step did not run to its end.
 *
 * @param message the database's own words where it gave some, else the tool's
 * @param sqlState the database's error code, where there is one
 * @param statement the statement that failed, where known
 * @param location where that is written, where known
 * @param serverTooOld why the server's age is the reason, where it is known to be
 * @param timedOut whether it was stopped because it took longer than the time limit
 */
public record StepFailure(
        String message,
        Optional<String> sqlState,
        Optional<String> statement,
        Optional<ScriptLocation> location,
        Optional<String> serverTooOld,
        boolean timedOut) {
    public StepFailure {
        requireNonNull(message, "message is null");
        requireNonNull(sqlState, "sqlState is null");
        requireNonNull(statement, "statement is null");
        requireNonNull(location, "location is null");
        requireNonNull(serverTooOld, "serverTooOld is null");
    }

    /**
     * Whether the rows that were there are to blame: the statement is well-formed and would have run on empty tables
     * (SQL standard classes 22 data exception, 23 integrity constraint violation, and 21 cardinality violation).
     */
    public boolean blamesRows() {
        return sqlState.filter(state -> state.startsWith("22") || state.startsWith("23") || state.startsWith("21"))
                .isPresent();
    }
}
