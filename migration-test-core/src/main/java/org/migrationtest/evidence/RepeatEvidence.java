package org.migrationtest.evidence;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.migrationtest.schema.SchemaDifference;

/**
 * What running a repeatable migration once more did.
 *
 * @param failure why it failed, where it did
 * @param schema from the state after its first run to the state after its second
 */
public record RepeatEvidence(Optional<StepFailure> failure, SchemaDifference schema) {
    public RepeatEvidence {
        requireNonNull(failure, "failure is null");
        requireNonNull(schema, "schema is null");
    }
}
