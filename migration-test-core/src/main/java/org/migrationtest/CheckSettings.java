package org.migrationtest;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.finding.Allowance;
import org.migrationtest.finding.RuleId;
import org.migrationtest.finding.Severity;

/**
 * Everything a user can decide about a check. Annotations, properties and the fluent entry all end here.
 *
 * @param source the migration tool: {@code flyway}, {@code liquibase}, {@code sql}; empty to look at the conventional
 *     places
 * @param locations where the migrations are; empty for the tool's conventional place
 * @param options further settings of the tool by its own names
 * @param databases the engine versions, each a run: {@code postgres:17}
 * @param database where databases come from
 * @param rows rows generated for each table
 * @param seed what generated values are derived from
 * @param exerciseRows rows written to each changed table before a roll back
 * @param timeLimit the longest one migration may take in one direction
 * @param selection which migrations make the round trip
 * @param groups migrations that are rolled back together, each a list of ids or labels
 * @param wholeChain whether the whole chain is rolled back to nothing as well
 * @param severities by rule, where it is another than the rule's own
 * @param allowances what is declared as intended
 * @param report the folder results are written to
 */
public record CheckSettings(
        Optional<String> source,
        List<String> locations,
        Map<String, String> options,
        List<String> databases,
        DatabaseSettings database,
        long rows,
        long seed,
        int exerciseRows,
        Duration timeLimit,
        Selection selection,
        List<List<String>> groups,
        boolean wholeChain,
        Map<RuleId, Severity> severities,
        List<Allowance> allowances,
        Path report) {
    public CheckSettings {
        requireNonNull(source, "source is null");
        requireNonNull(database, "database is null");
        requireNonNull(timeLimit, "timeLimit is null");
        requireNonNull(selection, "selection is null");
        requireNonNull(report, "report is null");
        require(rows >= 0, "rows is " + rows + ", expected 0 or more. It is set in @Seed, or in rows(...).");
        require(
                exerciseRows >= 0,
                "exerciseRows is " + exerciseRows + ", expected 0 or more. It is set in exerciseRows(...).");
        require(
                timeLimit.toMillis() > 0,
                "timeLimit is " + timeLimit + ", expected at least a millisecond. It is set in timeLimit(...).");
        locations = List.copyOf(locations);
        options = Map.copyOf(options);
        databases = List.copyOf(databases);
        groups = groups.stream().map(List::copyOf).toList();
        severities = Map.copyOf(severities);
        allowances = List.copyOf(allowances);
    }

    private static void require(boolean sensible, String otherwise) {
        if (!sensible) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** The settings of a user who decided nothing. */
    public static CheckSettings defaults() {
        return new CheckSettings(
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of("postgres:17"),
                DatabaseSettings.defaults(),
                100,
                42,
                3,
                Duration.ofMinutes(5),
                Selection.ALL,
                List.of(),
                true,
                Map.of(),
                List.of(),
                Path.of("target", "migration-test"));
    }

    /** Every setting as text, for the report; no secrets. */
    Map<String, String> asText() {
        Map<String, String> text = new TreeMap<>();
        text.put("source", source.orElse("found at its conventional place"));
        text.put("locations", String.join(",", locations));
        text.put("databases", String.join(",", databases));
        text.put("provider", database.provider());
        text.put("rows", Long.toString(rows));
        text.put("seed", Long.toString(seed));
        text.put("exerciseRows", Integer.toString(exerciseRows));
        text.put("timeLimit", timeLimit.toSeconds() + "s");
        text.put("selection", selection.toString());
        text.put("wholeChain", Boolean.toString(wholeChain));
        groups.forEach(group -> text.merge("groups", String.join(",", group), (one, two) -> one + ";" + two));
        severities.forEach((rule, severity) -> text.put("severity." + rule, severity.toString()));
        options.keySet().forEach(option -> text.put("option." + option, "set"));
        return text;
    }
}
