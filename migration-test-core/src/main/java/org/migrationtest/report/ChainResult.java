package org.migrationtest.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.migrationtest.evidence.ChainEvidence;
import org.migrationtest.finding.Finding;

/**
 * What became of the chain as a whole.
 *
 * @param evidence what was seen
 * @param findings what is wrong, worst first
 */
public record ChainResult(ChainEvidence evidence, List<Finding> findings) {
    public ChainResult {
        requireNonNull(evidence, "evidence is null");
        findings = List.copyOf(findings);
    }
}
