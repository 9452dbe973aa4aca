package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.evidence.UnfilledTable;
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
        Stream<Finding> unfilled = evidence.unfilled().stream()
                .map(table ->
                        finding(evidence, Step.UP, table, "table " + table.table() + " could not be filled with rows"));
        Stream<Finding> unexercised = evidence.wayBack().stream()
                .flatMap(way -> way.unexercised().stream())
                .filter(table -> evidence.unfilled().stream()
                        .noneMatch(told -> told.table().equals(table.table())))
                .map(table -> finding(
                        evidence,
                        Step.DOWN,
                        table,
                        "no row could be written to table " + table.table() + " before the roll back"));
        return Stream.concat(unfilled, unexercised);
    }

    private Finding finding(RoundTripEvidence evidence, Step step, UnfilledTable table, String headline) {
        return Draft.of(this, evidence)
                .warning()
                .in(step, evidence.group().last())
                .line(table.constraint())
                .line(table.reason())
                .finding(headline);
    }
}
