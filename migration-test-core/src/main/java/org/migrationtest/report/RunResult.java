package org.migrationtest.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.Severity;

/**
 * One chain on one database.
 *
 * @param database the database
 * @param tool the migration tool
 * @param remarks what the user should know of his migrations and is no finding
 * @param migrations a result a migration, in order
 * @param chain the chain as a whole, where it was unwound
 * @param findings what is wrong with the run as such
 */
public record RunResult(
        DatabaseInfo database,
        String tool,
        List<String> remarks,
        List<MigrationResult> migrations,
        Optional<ChainResult> chain,
        List<Finding> findings) {
    public RunResult {
        requireNonNull(database, "database is null");
        requireNonNull(tool, "tool is null");
        requireNonNull(chain, "chain is null");
        remarks = List.copyOf(remarks);
        migrations = List.copyOf(migrations);
        findings = List.copyOf(findings);
    }

    /** Every finding, in the order in which they came up. */
    public List<Finding> allFindings() {
        return Stream.of(
                        migrations.stream().flatMap(migration -> migration.findings().stream()),
                        chain.stream().flatMap(whole -> whole.findings().stream()),
                        findings.stream())
                .flatMap(part -> part)
                .toList();
    }

    /** Whether anything fails the test. */
    public boolean failed() {
        return allFindings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
