package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.HistoryChange;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;

/** A step moves the tool's history by exactly itself. */
public final class HistoryDisagreesRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("history-disagrees");
    }

    @Override
    public String effect() {
        return "The tool will skip this migration, or run it twice.";
    }

    @Override
    public String safeWay() {
        return "Let the script leave the history table alone; where the tool did it, look at its configuration.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence.steps().stream()
                .filter(step -> step.history().isPresent())
                .filter(step -> !agrees(step.step(), step.history().orElseThrow()))
                .map(step -> Draft.of(this, evidence)
                        .in(step.step(), step.migration())
                        .line("The history table held "
                                + step.history().orElseThrow().appliedBefore()
                                + " applied migrations before and "
                                + step.history().orElseThrow().appliedAfter()
                                + " after, and "
                                + (step.history().orElseThrow().containsAfter() ? "holds" : "does not hold")
                                + " this one.")
                        .finding("the tool's history does not say what happened"));
    }

    private static boolean agrees(Step step, HistoryChange change) {
        int expected = step == Step.DOWN ? -1 : 1;
        boolean moved = change.appliedAfter() - change.appliedBefore() == expected;
        return moved && change.containsAfter() == (step != Step.DOWN);
    }
}
