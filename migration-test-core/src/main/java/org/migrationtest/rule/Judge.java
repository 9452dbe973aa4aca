package org.migrationtest.rule;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.migrationtest.evidence.ChainEvidence;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.finding.Allowance;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.finding.Severity;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.migration.Step;
import org.migrationtest.migration.WayBack;

/** Applies every rule there is to evidence, and a user's policy to what they find. */
public final class Judge {
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> finding.step().orElse(Step.UP));

    private final List<Rule> rules;
    private final Policy policy;

    /** A judge with all rules on the class path. */
    public Judge(Policy policy) {
        this.rules = ServiceLoader.load(Rule.class, Judge.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        this.policy = policy;
    }

    /** Every rule. */
    public List<Rule> rules() {
        return rules;
    }

    /** What the rules are called, those about the whole chain included. */
    public Set<RuleId> ruleIds() {
        Set<RuleId> ids = new HashSet<>(WholeChainRules.IDS);
        rules.forEach(rule -> ids.add(rule.id()));
        return ids;
    }

    /** What is wrong with a migration, worst first. */
    public List<Finding> judge(RoundTripEvidence evidence) {
        return rules.stream()
                .flatMap(rule -> rule.judge(evidence))
                .map(finding -> allowed(weighed(finding), Optional.of(evidence.group())))
                .sorted(WORST_FIRST)
                .toList();
    }

    /**
     * What is wrong with the chain as a whole and was not seen of a single migration, worst first.
     *
     * @param roundTrips what was seen of single migrations
     */
    public List<Finding> judge(ChainEvidence evidence, List<RoundTripEvidence> roundTrips) {
        Optional<MigrationGroup> failed =
                evidence.failure().map(StepEvidence::migration).map(MigrationGroup::of);
        return WholeChainRules.judge(evidence, roundTrips)
                .map(finding -> allowed(
                        weighed(finding), finding.migration().equals(Finding.WHOLE_CHAIN) ? Optional.empty() : failed))
                .sorted(WORST_FIRST)
                .toList();
    }

    /** Findings of others, as bad as the user wants them to be. */
    public List<Finding> weigh(List<Finding> findings) {
        return findings.stream().map(this::weighed).toList();
    }

    private Finding weighed(Finding finding) {
        Severity severity = policy.severities().getOrDefault(finding.rule(), finding.severity());
        return finding.as(severity);
    }

    private Finding allowed(Finding finding, Optional<MigrationGroup> about) {
        if (finding.severity() != Severity.ERROR) {
            return finding;
        }
        return about.flatMap(group -> declaredToTool(finding, group).or(() -> declared(finding, group)))
                .map(finding::allowedBecause)
                .orElse(finding);
    }

    private Optional<String> declared(Finding finding, MigrationGroup group) {
        return policy.allowances().stream()
                .filter(allowance -> allowance.rules().contains(finding.rule()))
                .filter(allowance -> allowance.isAbout(group))
                .map(Allowance::reason)
                .findFirst();
    }

    /** A roll back that the tool was told to leave empty is irreversible by declaration. */
    private static Optional<String> declaredToTool(Finding finding, MigrationGroup group) {
        if (!finding.rule().equals(new RuleId("down-does-nothing"))) {
            return Optional.empty();
        }
        return group.migrations().stream()
                .map(Migration::wayBack)
                .filter(WayBack.DeclaredEmpty.class::isInstance)
                .map(way -> "an empty roll back is declared in " + ((WayBack.DeclaredEmpty) way).where())
                .findFirst();
    }
}
