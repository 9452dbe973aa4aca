package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;

/** The way back restores the schema. */
public final class SchemaNotRestoredRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("schema-not-restored");
    }

    @Override
    public String effect() {
        return "After a roll back the old application runs on a schema that was never tested with it.";
    }

    @Override
    public String safeWay() {
        return "Let the way back restore each of these. What it recreates lacks the comments, grants, defaults and predicates that it does not repeat.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence
                .wayBack()
                .filter(way -> !evidence.downDidNothing())
                .filter(way -> !way.schema().withoutOrder().isEmpty())
                .map(way -> Draft.of(this, evidence)
                        .in(Step.DOWN, evidence.group().last())
                        .lines(SchemaText.ROLLED_BACK.lines(way.schema().withoutOrder()))
                        .finding("the schema is not restored: "
                                + SchemaText.ROLLED_BACK.summary(way.schema().withoutOrder())))
                .stream();
    }
}
