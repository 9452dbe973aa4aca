package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;

/** The way back restores the rows. */
public final class RowsNotRestoredRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("rows-not-restored");
    }

    @Override
    public String effect() {
        return "The roll back destroys or alters data of users.";
    }

    @Override
    public String safeWay() {
        return "Keep what the way up removes or overwrites (rename instead of drop, copy into a table of its own) and let the way back restore it; declare a loss that is intended.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence
                .wayBack()
                .filter(way -> !way.rows().isEmpty())
                .map(way -> Draft.of(this, evidence)
                        .in(Step.DOWN, evidence.group().last())
                        .lines(way.rows().stream()
                                .flatMap(table -> RowText.lines(table).stream())
                                .toList())
                        .finding("rows are not restored: " + RowText.summary(way.rows())))
                .stream();
    }
}
