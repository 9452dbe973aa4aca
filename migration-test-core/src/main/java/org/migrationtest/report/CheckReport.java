package org.migrationtest.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.migrationtest.finding.Finding;

/**
 * All runs of one check.
 *
 * @param settings every setting with the value that was in force, defaults included, secrets left out
 * @param runs a run a database
 * @param problems why something could not be checked at all, a text each
 */
public record CheckReport(SortedMap<String, String> settings, List<RunResult> runs, List<String> problems) {
    public CheckReport {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        runs = List.copyOf(runs);
        problems = List.copyOf(problems);
    }

    /** Every finding of every run. */
    public List<Finding> findings() {
        return runs.stream().flatMap(run -> run.allFindings().stream()).toList();
    }

    /** Whether anything fails the test; so does a report of no run at all. */
    public boolean failed() {
        return runs.isEmpty() || !problems.isEmpty() || runs.stream().anyMatch(RunResult::failed);
    }

    /** Both as one; a setting in which they differ has both values, divided by {@code |}. */
    public CheckReport and(CheckReport other) {
        SortedMap<String, String> both = new TreeMap<>(settings);
        other.settings.forEach((name, value) -> both.merge(
                name, value, (one, two) -> List.of(one.split(" \\| ", -1)).contains(two) ? one : one + " | " + two));
        return new CheckReport(both, concat(runs, other.runs), concat(problems, other.problems));
    }

    /**
     * This report, with what only an earlier one of the same check knows: a part of the tests that was run again tells
     * nothing of the others. A problem stays one, even where it did not come again.
     */
    public CheckReport completedBy(CheckReport earlier) {
        Map<String, RunResult> all = new LinkedHashMap<>();
        earlier.runs.forEach(run -> all.put(run.database().requested(), run));
        runs.forEach(run -> all.merge(run.database().requested(), run, (before, now) -> now.completedBy(before)));
        List<String> allProblems =
                concat(earlier.problems, problems).stream().distinct().toList();
        return new CheckReport(settings, List.copyOf(all.values()), allProblems);
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
