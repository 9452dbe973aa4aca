package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;

/** Applied again a migration makes the same schema. */
public final class UpAgainDiffersRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("up-again-differs");
    }

    @Override
    public String effect() {
        return "Databases that were once rolled back have another schema than those that were not.";
    }

    @Override
    public String safeWay() {
        return "Let the way back restore what the way up reads, and avoid names and states that depend on what was there.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence
                .upAgain()
                .filter(difference -> !evidence.downDidNothing())
                .filter(difference -> !difference.withoutOrder().isEmpty())
                .map(difference -> Draft.of(this, evidence)
                        .in(Step.UP_AGAIN, evidence.group().last())
                        .lines(SchemaText.RUN_AGAIN.lines(difference.withoutOrder()))
                        .finding("applied again it makes another schema: "
                                + SchemaText.RUN_AGAIN.summary(difference.withoutOrder())))
                .stream();
    }
}
