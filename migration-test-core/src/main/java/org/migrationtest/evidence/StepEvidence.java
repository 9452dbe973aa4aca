package org.migrationtest.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.Step;

/**
 * What was seen of one migration in one direction.
 *
 * @param migration the migration
 * @param step the direction
 * @param duration of the whole step, the tool's own work included
 * @param statements what the migration sent, in order
 * @param history what happened to the tool's history
 * @param failure why it did not run to its end, where it did not
 */
public record StepEvidence(
        Migration migration,
        Step step,
        Duration duration,
        List<StatementEvidence> statements,
        Optional<HistoryChange> history,
        Optional<StepFailure> failure) {
    public StepEvidence {
        requireNonNull(migration, "migration is null");
        requireNonNull(step, "step is null");
        requireNonNull(duration, "duration is null");
        requireNonNull(history, "history is null");
        requireNonNull(failure, "failure is null");
        statements = List.copyOf(statements);
    }
}
