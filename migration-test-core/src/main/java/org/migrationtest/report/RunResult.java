package org.migrationtest.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.Severity;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.rule.Verdict;

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
    /** Names, as {@link Finding#WHOLE_CHAIN} does, what is judged of the run as such. */
    public static final String EVERYTHING_TESTED = "everything was tested";

    public RunResult {
        requireNonNull(database, "database is null");
        requireNonNull(tool, "tool is null");
        requireNonNull(chain, "chain is null");
        remarks = List.copyOf(remarks);
        migrations = List.copyOf(migrations);
        findings = List.copyOf(findings);
    }

    /** This run, with what only an earlier one of the same migrations on the same engine tested. */
    RunResult completedBy(RunResult earlier) {
        Map<MigrationGroup, MigrationResult> known = earlier.migrations.stream()
                .collect(Collectors.toMap(MigrationResult::group, result -> result, (one, two) -> one));
        List<MigrationResult> all = migrations.stream()
                .map(result ->
                        result.verdict() == Verdict.NOT_CHOSEN ? known.getOrDefault(result.group(), result) : result)
                .toList();
        return new RunResult(database, tool, remarks, all, chain.or(earlier::chain), findings);
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

    /** That not all chosen migrations were tested, and why, where it is so. */
    public Optional<String> untested() {
        List<MigrationResult> left = migrations.stream()
                .filter(migration -> migration.verdict() == Verdict.NOT_RUN)
                .toList();
        return left.stream()
                .findFirst()
                .map(first -> "[" + database.requested() + "] " + left.size() + " of " + migrations.size()
                        + " migrations were not tested, the first of them "
                        + first.group().label() + ", because "
                        + first.note());
    }

    /** Whether anything fails the test; so does what was not tested. */
    public boolean failed() {
        return untested().isPresent()
                || allFindings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
