package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;
import org.migrationtest.migration.WayBack;

/** Every migration has a way back. */
public final class NoDownRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("no-down");
    }

    @Override
    public String effect() {
        return "Once released, this change can only be repaired by another one, written in a hurry.";
    }

    @Override
    public String safeWay() {
        return "Write the way back beside it, or declare why there is none.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence.group().migrations().stream()
                .filter(migration -> migration.wayBack() instanceof WayBack.None)
                .map(migration -> Draft.of(this, evidence)
                        .in(Step.UP, migration)
                        .finding("there is no way back: " + ((WayBack.None) migration.wayBack()).reason()));
    }
}
