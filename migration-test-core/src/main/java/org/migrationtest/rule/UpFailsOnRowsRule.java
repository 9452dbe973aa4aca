package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;

/** A migration can be applied to every row the schema before it allows. */
public final class UpFailsOnRowsRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("up-fails-on-rows");
    }

    @Override
    public String effect() {
        return "It succeeds on an empty database, as in most CI, and fails in production as soon as one row is like these.";
    }

    @Override
    public String safeWay() {
        return "Repair the rows first, in the same migration or an earlier one (fill the NULLs, remove the duplicates, drop the orphans); where the application guarantees that no such row exists, say so.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence
                .failed(Step.UP)
                .filter(step -> step.failure().orElseThrow().blamesRows() && evidence.emptied())
                .map(step -> Draft.of(this, evidence)
                        .in(Step.UP, step.migration())
                        .line("The schema before it allows such rows. Without generated rows it can be applied.")
                        .failing(
                                "it cannot be applied to rows that the schema allows",
                                step.failure().orElseThrow()))
                .stream();
    }
}
