package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;

/** The way back leaves no orphans. */
public final class RowsOrphanedRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("rows-orphaned");
    }

    @Override
    public String effect() {
        return "The application follows references that lead nowhere.";
    }

    @Override
    public String safeWay() {
        return "Let the way back restore the rows that are pointed at, or give those that point at them up too.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence
                .wayBack()
                .filter(way -> !way.orphans().isEmpty())
                .map(way -> Draft.of(this, evidence)
                        .in(Step.DOWN, evidence.group().last())
                        .lines(way.orphans().stream()
                                .flatMap(orphans -> RowText.lines(orphans).stream())
                                .toList())
                        .finding("rows point at nothing: "
                                + RowText.summary(way.orphans().get(0))))
                .stream();
    }
}
