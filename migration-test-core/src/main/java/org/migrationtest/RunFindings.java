package org.migrationtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.migrationtest.finding.Allowance;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.finding.Severity;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.report.MigrationResult;

/** What is wrong with a run as such, not with what one migration did. */
final class RunFindings {
    private static final RuleId CHANGED = new RuleId("changed-after-release");
    private static final RuleId NOTHING = new RuleId("nothing-checked");
    private static final RuleId UNUSED = new RuleId("allowance-unused");

    static final Set<RuleId> RULES = Set.of(CHANGED, NOTHING, UNUSED);

    private RunFindings() {}

    static List<Finding> of(CheckPlan plan, String engine, List<MigrationResult> results) {
        List<Finding> findings = new ArrayList<>();
        plan.rewritten().forEach(migration -> findings.add(rewritten(plan, engine, migration)));
        if (results.stream().noneMatch(result -> result.evidence().isPresent())) {
            findings.add(finding(
                    NOTHING,
                    Severity.ERROR,
                    engine,
                    Finding.WHOLE_CHAIN,
                    Optional.empty(),
                    "no migration was tested",
                    List.of("The selection is " + plan.settings().selection() + "."),
                    "A check that looked at nothing says nothing.",
                    "Choose migrations, or find out why none of the chosen ones ran."));
        }
        plan.settings().allowances().stream()
                .filter(allowance -> isUnused(allowance, plan, results))
                .forEach(allowance -> findings.add(unused(plan, engine, allowance)));
        return findings;
    }

    private static Finding rewritten(CheckPlan plan, String engine, Migration migration) {
        return finding(
                CHANGED,
                Severity.ERROR,
                engine,
                migration.label(),
                Optional.of(migration.script()),
                "it was changed after it was released",
                List.of("The git reference '"
                        + plan.settings().selection().since().orElse("") + "' has it with another content."),
                "Databases that have applied it refuse the next release, or silently keep the earlier form.",
                "Restore the file, and put the change into a new migration.");
    }

    private static boolean isUnused(Allowance allowance, CheckPlan plan, List<MigrationResult> results) {
        boolean known = allowance.migration().equals(Allowance.EVERY)
                || plan.catalog().migrations().stream().anyMatch(allowance::isAbout)
                || results.stream().map(MigrationResult::group).anyMatch(allowance::isAbout);
        boolean tested = results.stream()
                .filter(result -> result.evidence().isPresent())
                .map(MigrationResult::group)
                .anyMatch(allowance::isAbout);
        boolean used = results.stream()
                .flatMap(result -> result.findings().stream())
                .anyMatch(finding -> finding.severity() == Severity.ALLOWED
                        && finding.allowance().equals(allowance.reason()));
        return !known || (tested && !used);
    }

    private static Finding unused(CheckPlan plan, String engine, Allowance allowance) {
        Optional<String> label = plan.catalog().migrations().stream()
                .filter(allowance::isAbout)
                .map(Migration::label)
                .findFirst();
        String migration = label.filter(known -> !allowance.migration().equals(Allowance.EVERY))
                .orElse(allowance.migration());
        boolean exists = label.isPresent() || plan.groups().stream().anyMatch(allowance::isAbout);
        return finding(
                UNUSED,
                Severity.WARNING,
                engine,
                migration,
                Optional.empty(),
                exists
                        ? "nothing was found that is declared as intended for it"
                        : "something is declared as intended for it, but there is no such migration",
                List.of("The reason that was given: " + allowance.reason()),
                "The declaration will hide a later mistake.",
                "Remove the declaration, or correct the migration's name in it.");
    }

    private static Finding finding(
            RuleId rule,
            Severity severity,
            String engine,
            String migration,
            Optional<ScriptLocation> location,
            String headline,
            List<String> evidence,
            String effect,
            String safeWay) {
        return new Finding(
                rule,
                severity,
                engine,
                migration,
                Optional.empty(),
                headline,
                location,
                Optional.empty(),
                evidence,
                effect,
                safeWay,
                "");
    }
}
