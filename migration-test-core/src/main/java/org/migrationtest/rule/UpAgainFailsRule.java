package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;

/** After its roll back a migration can be applied again. */
public final class UpAgainFailsRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("up-again-fails");
    }

    @Override
    public String effect() {
        return "After a roll back the corrected release cannot be rolled out.";
    }

    @Override
    public String safeWay() {
        return "Let the way back remove everything the way up creates, and restore everything it drops.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence
                .failed(Step.UP_AGAIN)
                .filter(step -> evidence.wayBack().isPresent() && !evidence.downDidNothing())
                .filter(step -> !isTheSameFaultOfRows(evidence, step))
                .map(step -> Draft.of(this, evidence)
                        .in(Step.UP_AGAIN, step.migration())
                        .failing(
                                "it cannot be applied again after its roll back",
                                step.failure().orElseThrow()))
                .stream();
    }

    /** What fails on rows fails again on the rows that were written before the way back; that is told already. */
    private static boolean isTheSameFaultOfRows(RoundTripEvidence evidence, StepEvidence again) {
        return evidence.emptied() && again.failure().orElseThrow().blamesRows();
    }
}
