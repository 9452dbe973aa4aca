package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;

/** The way back restores the order of columns. */
public final class ColumnOrderRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("column-order-changed");
    }

    @Override
    public String effect() {
        return "INSERT without a column list, SELECT * by position and COPY see another order.";
    }

    @Override
    public String safeWay() {
        return "Nothing, if no statement goes by position; else recreate the table in the old order.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence
                .wayBack()
                .filter(way -> way.schema().isOrderOnly())
                .map(way -> Draft.of(this, evidence)
                        .warning()
                        .in(Step.DOWN, evidence.group().last())
                        .lines(SchemaText.ROLLED_BACK.lines(way.schema()))
                        .finding("columns come back in another order"))
                .stream();
    }
}
