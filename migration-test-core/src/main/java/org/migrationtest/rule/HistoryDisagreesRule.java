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
                        .line(text(step.step(), step.history().orElseThrow()))
                        .finding("the tool's history does not say what happened"));
    }

    private static String text(Step step, HistoryChange change) {
        return "Applied migrations in the history table: " + change.appliedBefore() + " before, "
                + change.appliedAfter() + " after, where " + (change.appliedBefore() + expected(step))
                + " were expected; this one is " + (change.containsAfter() ? "" : "not ") + "among them.";
    }

    private static int expected(Step step) {
        return step == Step.DOWN ? -1 : 1;
    }

    private static boolean agrees(Step step, HistoryChange change) {
        boolean moved = change.appliedAfter() - change.appliedBefore() == expected(step);
        return moved && change.containsAfter() == (step != Step.DOWN);
    }
}
