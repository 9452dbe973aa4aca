package org.migrationtest.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.migrationtest.finding.Allowance;
import org.migrationtest.finding.RuleId;
import org.migrationtest.finding.Severity;

/**
 * What a user wants to fail, and what he declared as intended.
 *
 * @param severities by rule, where it is another than the rule's own
 * @param allowances what is declared as intended
 */
public record Policy(Map<RuleId, Severity> severities, List<Allowance> allowances) {
    /** The rules' own severities, and nothing allowed. */
    public static final Policy STRICT = new Policy(Map.of(), List.of());

    public Policy {
        requireNonNull(severities, "severities is null");
        severities = Map.copyOf(severities);
        allowances = List.copyOf(allowances);
    }
}
