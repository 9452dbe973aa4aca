package org.migrationtest.report;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.Severity;

/**
 * All runs of one check.
 *
 * @param settings every setting with the value that was in force, defaults included, secrets left out
 * @param runs a run a database
 */
public record CheckReport(SortedMap<String, String> settings, List<RunResult> runs) {
    public CheckReport {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        runs = List.copyOf(runs);
    }

    /** Every finding of every run. */
    public List<Finding> findings() {
        return runs.stream().flatMap(run -> run.allFindings().stream()).toList();
    }

    /** Whether anything fails the test. */
    public boolean failed() {
        return findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
