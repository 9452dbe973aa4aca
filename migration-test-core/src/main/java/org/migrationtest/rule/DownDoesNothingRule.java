package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;

/** A way back does something. */
public final class DownDoesNothingRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("down-does-nothing");
    }

    @Override
    public String effect() {
        return "The tool says that it was rolled back, and the database still has the change; to apply it again fails or doubles it.";
    }

    @Override
    public String safeWay() {
        return "Write the statements that undo it, or declare it irreversible.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence
                .wayBack()
                .filter(way -> evidence.downDidNothing())
                .map(way -> Draft.of(this, evidence)
                        .in(Step.DOWN, evidence.group().last())
                        .lines(SchemaText.ROLLED_BACK.lines(way.schema()))
                        .finding("rolling back changes nothing in the schema: "
                                + SchemaText.ROLLED_BACK.summary(way.schema())))
                .stream();
    }
}
