package org.migrationtest.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.migrationtest.evidence.Isolation;
import org.migrationtest.evidence.RepeatEvidence;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.evidence.WayBackEvidence;
import org.migrationtest.schema.SchemaDifference;
import org.migrationtest.schema.TableName;

/**
 * What a {@link RoundTrip} saw, before the chain adds what it knows.
 *
 * @param touched tables whose rows or columns the way up changed
 * @param after what the chain's database now is; empty where the way up failed
 */
record RoundTripOutcome(
        List<StepEvidence> steps,
        Isolation isolation,
        SchemaDifference change,
        Optional<WayBackEvidence> wayBack,
        Optional<SchemaDifference> upAgain,
        Optional<RepeatEvidence> repeat,
        Set<TableName> touched,
        Optional<ChainState> after) {
    static RoundTripOutcome failed(List<StepEvidence> steps, Isolation isolation) {
        return new RoundTripOutcome(
                List.copyOf(steps),
                isolation,
                SchemaDifference.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }
}
