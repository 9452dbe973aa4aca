package org.migrationtest;

import java.util.List;
import java.util.Optional;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.evidence.Isolation;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.schema.SchemaDifference;

/** A migration that was not chosen for a round trip and could not even be applied is told as if it had been. */
final class FailedAdvance {
    private FailedAdvance() {}

    static RoundTripEvidence evidence(EngineVersion engine, MigrationGroup group, StepEvidence failed) {
        return new RoundTripEvidence(
                engine.toString(),
                group,
                new Isolation.OneTransaction(),
                List.of(failed),
                SchemaDifference.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of());
    }
}
