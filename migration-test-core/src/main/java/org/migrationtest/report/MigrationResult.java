package org.migrationtest.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.Severity;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.rule.Verdict;

/**
 * What became of one migration, or group, on one database.
 *
 * @param group the migrations
 * @param verdict in a word
 * @param evidence what was seen, where it was tested
 * @param findings what is wrong, worst first
 * @param note why it was not tested, where so; else empty
 */
public record MigrationResult(
        MigrationGroup group,
        Verdict verdict,
        Optional<RoundTripEvidence> evidence,
        List<Finding> findings,
        String note) {
    public MigrationResult {
        requireNonNull(group, "group is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(evidence, "evidence is null");
        requireNonNull(note, "note is null");
        findings = List.copyOf(findings);
    }

    /** Whether anything fails the test. */
    public boolean failed() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
