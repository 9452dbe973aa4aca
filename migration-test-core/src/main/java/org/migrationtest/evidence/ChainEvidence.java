package org.migrationtest.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.migrationtest.schema.SchemaDifference;

/**
 * What was seen when the whole chain was rolled back, with rows in the tables, and applied again.
 *
 * @param engine the engine version as the user wrote it
 * @param migrations how many migrations were applied before
 * @param unwound how many of them were rolled back
 * @param stop why not all, where so
 * @param failure the step that failed, where that is why
 * @param leftBehind from the empty database to the unwound one, where all were rolled back
 * @param again from the schema of the whole chain to the schema after unwinding and applying again, where that was done
 * @param duration of all of it
 */
public record ChainEvidence(
        String engine,
        int migrations,
        int unwound,
        Optional<String> stop,
        Optional<StepEvidence> failure,
        Optional<SchemaDifference> leftBehind,
        Optional<SchemaDifference> again,
        Duration duration) {
    public ChainEvidence {
        requireNonNull(engine, "engine is null");
        requireNonNull(stop, "stop is null");
        requireNonNull(failure, "failure is null");
        requireNonNull(leftBehind, "leftBehind is null");
        requireNonNull(again, "again is null");
        requireNonNull(duration, "duration is null");
    }
}
