package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;
import org.migrationtest.schema.SchemaDifference;

/** What the tool may run twice can run twice. */
public final class NotRepeatableRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("not-repeatable");
    }

    @Override
    public String effect() {
        return "The tool runs it again whenever its text changes, on databases that have it already.";
    }

    @Override
    public String safeWay() {
        return "Write it so that it can run on its own result: CREATE OR REPLACE, IF NOT EXISTS, DROP … IF EXISTS first.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence
                .repeat()
                .filter(repeat -> repeat.failure().isPresent()
                        || !repeat.schema().withoutOrder().isEmpty())
                .map(repeat -> repeat.failure()
                        .map(failure -> draft(evidence).failing("it cannot run a second time", failure))
                        .orElseGet(() -> differing(evidence, repeat.schema().withoutOrder())))
                .stream();
    }

    private Finding differing(RoundTripEvidence evidence, SchemaDifference difference) {
        return draft(evidence)
                .lines(SchemaText.RUN_AGAIN.lines(difference))
                .finding("a second run makes another schema: " + SchemaText.RUN_AGAIN.summary(difference));
    }

    private Draft draft(RoundTripEvidence evidence) {
        return Draft.of(this, evidence).in(Step.UP_AGAIN, evidence.group().last());
    }
}
