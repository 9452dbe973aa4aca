package org.migrationtest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.migrationtest.finding.RuleId;
import org.migrationtest.rule.Judge;
import org.migrationtest.rule.Policy;

/** Every rule there is, so that a mistyped name is not taken for that of a rule which nothing breaks. */
final class KnownRules {
    private KnownRules() {}

    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        new Judge(new Policy(Map.of(), List.of())).ruleIds().forEach(rule -> names.add(rule.value()));
        RunFindings.RULES.forEach(rule -> names.add(rule.value()));
        return names;
    }

    /**
     * The rule of that name.
     *
     * @param by the setting that names it, for the message
     * @throws IllegalArgumentException if there is none
     */
    static RuleId named(String name, String by) {
        Set<String> names = names();
        if (!names.contains(name)) {
            String question = Nearest.question(name, names);
            throw new IllegalArgumentException("There is no rule '" + name + "', named by " + by + "."
                    + (question.isEmpty() ? " The rules are " + String.join(", ", names) + "." : question));
        }
        return new RuleId(name);
    }

    /** @throws IllegalArgumentException if settings name a rule that does not exist */
    static void require(CheckSettings settings) {
        settings.severities()
                .keySet()
                .forEach(rule ->
                        named(rule.value(), "the property migrationtest.severity." + rule + ", or by severity(...)"));
        settings.allowances().forEach(allowance -> allowance
                .rules()
                .forEach(rule -> named(
                        rule.value(), "@Allow(migration = \"" + allowance.migration() + "\"), or by allow(...)")));
    }
}
