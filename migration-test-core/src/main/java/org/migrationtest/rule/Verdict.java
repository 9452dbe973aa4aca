package org.migrationtest.rule;

import java.util.List;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.evidence.WayBackEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.Severity;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.Step;
import org.migrationtest.migration.WayBack;

/** What became of a migration's way back, in the words of the summary. */
public enum Verdict {
    /** Up, down and up again: schema and rows are exactly what they were. */
    EXACT("exact"),
    /** Exact but for the physical order of columns. */
    ORDER_ONLY("exact but for column order"),
    /** It ran without an error and did not restore what was there. */
    SILENTLY_WRONG("silently wrong"),
    /** The way back fails, at once or after the new schema was used. */
    DOWN_FAILS("down fails"),
    /** The way back runs, and the way up fails after it. */
    UP_AGAIN_FAILS("cannot go up again"),
    /** It cannot be applied to rows its schema allows; the rest was tried on empty tables, and is worth less. */
    UP_FAILS_ON_ROWS("up fails on rows"),
    /** What could run here is exact; a part of it could not and was left out. */
    RUN_IN_PART("run in part"),
    /** The way back does nothing although the way up did. */
    EMPTY_DOWN("empty down"),
    /** There is no way back. */
    NO_DOWN("no down"),
    /** It is lossy or irreversible, and declared so with a reason. */
    DECLARED("declared"),
    /** The tool knows no way back for it; it was run twice. */
    REPEATED("repeated"),
    /** It cannot be applied. */
    UP_FAILS("up fails"),
    /** It was applied and not looked at, because it was not chosen. */
    NOT_CHOSEN("not chosen"),
    /** It was not reached, because an earlier one failed. */
    NOT_RUN("not run");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** The verdict in words. */
    public String label() {
        return label;
    }

    /** The verdict on a round trip. */
    public static Verdict of(RoundTripEvidence evidence, List<Finding> findings) {
        if (!evidence.applied()) {
            return UP_FAILS;
        }
        if (evidence.emptied()) {
            return UP_FAILS_ON_ROWS;
        }
        boolean declared = findings.stream().anyMatch(finding -> finding.severity() == Severity.ALLOWED);
        Verdict seen = asFarAsItRan(evidence, seen(evidence));
        boolean bad = seen == RUN_IN_PART
                || seen == SILENTLY_WRONG
                || seen == DOWN_FAILS
                || seen == UP_AGAIN_FAILS
                || seen == EMPTY_DOWN
                || seen == NO_DOWN;
        return bad && declared ? DECLARED : seen;
    }

    private static Verdict asFarAsItRan(RoundTripEvidence evidence, Verdict seen) {
        boolean inPart = evidence.group().migrations().stream()
                .anyMatch(migration -> migration.leftOut().isPresent());
        return inPart && (seen == EXACT || seen == ORDER_ONLY || seen == REPEATED) ? RUN_IN_PART : seen;
    }

    private static Verdict seen(RoundTripEvidence evidence) {
        List<WayBack> ways =
                evidence.group().migrations().stream().map(Migration::wayBack).toList();
        if (ways.stream().anyMatch(WayBack.None.class::isInstance)) {
            return NO_DOWN;
        }
        if (ways.stream().anyMatch(WayBack.NotApplicable.class::isInstance)) {
            return REPEATED;
        }
        if (evidence.downDidNothing()) {
            return EMPTY_DOWN;
        }
        if (evidence.wayBack().isEmpty()
                || evidence.wayBack().get().failureAfterUse().isPresent()) {
            return DOWN_FAILS;
        }
        if (evidence.failed(Step.UP_AGAIN).isPresent()) {
            return UP_AGAIN_FAILS;
        }
        return seen(evidence, evidence.wayBack().get());
    }

    private static Verdict seen(RoundTripEvidence evidence, WayBackEvidence way) {
        boolean again = evidence.upAgain()
                .filter(difference -> !difference.withoutOrder().isEmpty())
                .isPresent();
        if (!way.schema().withoutOrder().isEmpty()
                || !way.rows().isEmpty()
                || !way.orphans().isEmpty()
                || again) {
            return SILENTLY_WRONG;
        }
        return way.schema().isOrderOnly() ? ORDER_ONLY : EXACT;
    }
}
