package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;

/** Every table has rows. */
public final class TableNotFilledRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("table-not-filled");
    }

    @Override
    public String effect() {
        return "Nothing is known of what migrations do to rows of this table.";
    }

    @Override
    public String safeWay() {
        return "Supply rows for it, or a generator for the column.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence.unfilled().stream().map(table -> Draft.of(this, evidence)
                .warning()
                .in(Step.UP, evidence.group().last())
                .line(table.constraint())
                .line(table.reason())
                .finding("table " + table.table() + " could not be filled with rows"));
    }
}
