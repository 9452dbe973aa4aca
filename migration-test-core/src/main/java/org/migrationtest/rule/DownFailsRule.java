package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
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
                .map(step -> Draft.of(this, evidence)
                        .in(Step.DOWN, step.migration())
                        .failing("it cannot be rolled back", step.failure().orElseThrow()))
                .stream();
    }
}
