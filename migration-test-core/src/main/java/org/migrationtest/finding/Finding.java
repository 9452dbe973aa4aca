package org.migrationtest.finding;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.migration.Step;

/**
 * A broken rule, as it is told to a person.
 *
 * @param rule which rule
 * @param severity how bad it is
 * @param engine the engine version it was seen on, as the user wrote it: {@code postgres:17}
 * @param migration the label of the migration or group; of the whole chain {@link #WHOLE_CHAIN}
 * @param step the step in which it showed, where it belongs to one
 * @param headline what broke, in one line that begins with a lower-case letter or a name
 * @param location the script to look at
 * @param statement the statement that failed, where one did
 * @param evidence what was seen, with names, numbers and rows; a line each
 * @param effect why that matters in production
 * @param safeWay what to write instead
 * @param allowance how to allow it on purpose; for {@link Severity#ALLOWED} the reason that was given
 */
public record Finding(
        RuleId rule,
        Severity severity,
        String engine,
        String migration,
        Optional<Step> step,
        String headline,
        Optional<ScriptLocation> location,
        Optional<String> statement,
        List<String> evidence,
        String effect,
        String safeWay,
        String allowance) {
    /** Stands where a migration's label would, when a finding is about all of them. */
    public static final String WHOLE_CHAIN = "whole chain";

    public Finding {
        requireNonNull(rule, "rule is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(engine, "engine is null");
        requireNonNull(migration, "migration is null");
        requireNonNull(step, "step is null");
        requireNonNull(headline, "headline is null");
        requireNonNull(location, "location is null");
        requireNonNull(statement, "statement is null");
        evidence = List.copyOf(evidence);
        requireNonNull(effect, "effect is null");
        requireNonNull(safeWay, "safeWay is null");
        requireNonNull(allowance, "allowance is null");
    }

    /** The first line of every message: {@code [postgres:17][V7 add full name][down] the schema is not restored}. */
    public String firstLine() {
        return "[" + engine + "][" + migration + "]"
                + step.map(which -> "[" + which.label() + "]").orElse("") + " " + headline;
    }

    /** The same finding with another severity. */
    public Finding as(Severity other) {
        return with(other, allowance);
    }

    /** The same finding, declared as intended. */
    public Finding allowedBecause(String reason) {
        return with(Severity.ALLOWED, reason);
    }

    private Finding with(Severity other, String reason) {
        return new Finding(
                rule, other, engine, migration, step, headline, location, statement, evidence, effect, safeWay, reason);
    }
}
