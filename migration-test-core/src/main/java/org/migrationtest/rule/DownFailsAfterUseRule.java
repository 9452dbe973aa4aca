package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;

/** A way back can be gone after the new schema was used. */
public final class DownFailsAfterUseRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("down-fails-after-use");
    }

    @Override
    public String effect() {
        return "The roll back works only as long as nobody has used the new schema, and it is needed after somebody has.";
    }

    @Override
    public String safeWay() {
        return "Let the way back first bring such rows into a form the old schema takes (convert, shorten, fill or delete them).";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence
                .wayBack()
                .flatMap(way -> way.failureAfterUse())
                .map(failure -> Draft.of(this, evidence)
                        .in(Step.DOWN, evidence.group().last())
                        .line("The rows written to the new schema: "
                                + RowText.counts(
                                        evidence.wayBack().orElseThrow().exercised()))
                        .failing("it cannot be rolled back once rows use the new schema", failure))
                .stream();
    }
}
