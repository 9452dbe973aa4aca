package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;

/** Every migration can be applied. */
public final class UpFailsRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("up-fails");
    }

    @Override
    public String effect() {
        return "It fails the same way in production, in the middle of a release.";
    }

    @Override
    public String safeWay() {
        return "Correct the statement; every later migration waits for it.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence
                .failed(Step.UP)
                .filter(step -> !step.failure().orElseThrow().blamesRows() || !evidence.emptied())
                .map(step -> Draft.of(this, evidence)
                        .in(Step.UP, step.migration())
                        .failing("it cannot be applied", step.failure().orElseThrow()))
                .stream();
    }
}
