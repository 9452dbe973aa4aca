package org.migrationtest.sample;

import java.util.List;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.Severity;
import org.migrationtest.report.CheckReport;
import org.migrationtest.report.FindingText;

/** What a check found, for assertions. */
record Findings(List<Finding> all) {
    static Findings of(CheckReport report) {
        return new Findings(report.findings());
    }

    /** The findings of that severity in full. */
    String text(Severity severity) {
        return FindingText.of(of(severity));
    }

    /** What stands above each finding of that severity. */
    List<String> firstLines(Severity severity) {
        return of(severity).stream().map(Finding::firstLine).toList();
    }

    private List<Finding> of(Severity severity) {
        return all.stream().filter(finding -> finding.severity() == severity).toList();
    }
}
