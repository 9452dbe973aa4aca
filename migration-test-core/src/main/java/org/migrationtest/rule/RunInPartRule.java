package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.migration.Step;

/** All of a migration is run. */
public final class RunInPartRule implements Rule {
    @Override
    public RuleId id() {
        return new RuleId("run-in-part");
    }

    @Override
    public String effect() {
        return "Nobody knows what that part does to schema and rows, nor whether later migrations work on what it leaves.";
    }

    @Override
    public String safeWay() {
        return "Add what it needs to the test class path; where it runs in the application only, allow this with a reason.";
    }

    @Override
    public Stream<Finding> judge(RoundTripEvidence evidence) {
        return evidence.group().migrations().stream()
                .flatMap(migration -> migration
                        .leftOut()
                        .map(part -> Draft.of(this, evidence)
                                .in(Step.UP, migration)
                                .finding("it was run without a part of it that cannot run here, " + part))
                        .stream());
    }
}
