package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.evidence.StepFailure;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;

/** Every way back can be gone. */
public final class DownFailsRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("down-fails");
    }

    @Override
    public String effect() {
        return "When the release must be taken back, the roll back stops here, possibly half done.";
    }

    @Override
    public String safeWay() {
        return "Correct the way back and let this test run it.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence
                .failed(Step.DOWN)
                .map(step -> finding(evidence, step, step.failure().orElseThrow()))
                .stream();
    }

    private Finding finding(RoundTripEvidence evidence, StepEvidence step, StepFailure failure) {
        Draft draft = Draft.of(this, evidence).in(Step.DOWN, step.migration());
        return failure.blamesRows()
                ? draft.failing("it cannot be rolled back with rows that the schema allows", failure)
                : draft.failing("it cannot be rolled back", failure);
    }
}
