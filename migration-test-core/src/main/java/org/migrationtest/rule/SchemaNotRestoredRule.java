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
        return "Let the way back restore each of these.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence
                .wayBack()
                .filter(way -> !way.undone().isEmpty() || evidence.change().isEmpty())
                .filter(way -> !way.schema().withoutOrder().isEmpty())
                .map(way -> Draft.of(this, evidence)
                        .in(Step.DOWN, evidence.group().last())
                        .lines(SchemaText.lines(way.schema().withoutOrder()))
                        .finding("the schema is not what it was before"))
                .stream();
    }
}
