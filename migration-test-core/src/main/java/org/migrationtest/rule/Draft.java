package org.migrationtest.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.evidence.StepFailure;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.Severity;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.migration.Step;
import org.migrationtest.migration.WayBack;

/** A finding in the making, which knows what every finding of a rule about some evidence has in common. */
final class Draft {
    private final Rule rule;
    private final RoundTripEvidence evidence;
    private final List<String> lines = new ArrayList<>();
    private Severity severity = Severity.ERROR;
    private @Nullable Step step;
    private @Nullable ScriptLocation location;
    private @Nullable String statement;

    private Draft(Rule rule, RoundTripEvidence evidence) {
        this.rule = rule;
        this.evidence = evidence;
    }

    static Draft of(Rule rule, RoundTripEvidence evidence) {
        return new Draft(rule, evidence);
    }

    Draft warning() {
        severity = Severity.WARNING;
        return this;
    }

    /** The step it showed in; the location becomes the script of that step. */
    Draft in(Step which, Migration migration) {
        step = which;
        location = which == Step.DOWN && migration.wayBack() instanceof WayBack.Written written
                ? written.script()
                : migration.script();
        return this;
    }

    /** A headline that ends with why the step failed. */
    Finding failing(String headline, StepFailure failure) {
        failure.location().ifPresent(where -> location = where);
        failure.statement().ifPresent(sql -> statement = sql);
        lines.add(0, inFull(failure));
        failure.serverTooOld()
                .ifPresent(why ->
                        lines.add(1, why + ". @Databases or migrationtest.databases names the versions to test."));
        return finding(headline + ": " + inShort(failure));
    }

    /** Why it failed, in one line. */
    static String inShort(StepFailure failure) {
        String said = failure.message().lines().findFirst().orElse("").replaceFirst("^ERROR: +", "");
        return said + failure.serverTooOld().map(why -> " (" + why + ")").orElse("");
    }

    /** All that the database said. */
    static String inFull(StepFailure failure) {
        return failure.message()
                + failure.sqlState().map(state -> " (SQLSTATE " + state + ")").orElse("");
    }

    Draft line(String text) {
        lines.add(text);
        return this;
    }

    Draft lines(List<String> texts) {
        lines.addAll(texts);
        return this;
    }

    Finding finding(String headline) {
        return new Finding(
                rule.id(),
                severity,
                evidence.engine(),
                evidence.group().label(),
                Optional.ofNullable(step),
                headline,
                Optional.ofNullable(location),
                Optional.ofNullable(statement),
                lines,
                rule.effect(),
                rule.safeWay(),
                "");
    }
}
