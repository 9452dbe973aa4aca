package org.migrationtest.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationtest.evidence.ChainEvidence;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.finding.Severity;
import org.migrationtest.migration.Step;
import org.migrationtest.schema.SchemaDifference;

/** What must hold of a chain as a whole: with rows in it, it can be rolled back to nothing and applied again. */
final class WholeChainRules {
    private static final RuleId FAILS = new RuleId("chain-cannot-unwind");
    private static final RuleId LEFT = new RuleId("chain-leaves-objects");
    private static final RuleId DIFFERS = new RuleId("chain-again-differs");

    private WholeChainRules() {}

    static Stream<Finding> judge(ChainEvidence evidence) {
        List<Finding> findings = new ArrayList<>();
        evidence.failure().ifPresent(step -> findings.add(failure(evidence, step)));
        evidence.leftBehind()
                .filter(left -> !left.withoutOrder().isEmpty())
                .ifPresent(left -> findings.add(difference(
                        evidence,
                        LEFT,
                        Step.DOWN,
                        "rolled back to nothing it leaves objects behind",
                        left,
                        "A database that was rolled back is not the one a first installation starts from.",
                        "Let the way back of the migration that creates each of these remove it.")));
        evidence.again()
                .filter(again -> !again.withoutOrder().isEmpty())
                .ifPresent(again -> findings.add(difference(
                        evidence,
                        DIFFERS,
                        Step.UP_AGAIN,
                        "rolled back and applied again it makes another schema",
                        again,
                        "Databases that were once rolled back have another schema than those that were not.",
                        "Let each way back restore exactly what its way up found.")));
        return findings.stream();
    }

    private static Finding failure(ChainEvidence evidence, StepEvidence step) {
        List<String> lines = new ArrayList<>();
        step.failure().ifPresent(failure -> lines.add(failure.message()));
        lines.add(evidence.unwound() + " of " + evidence.migrations() + " migrations were rolled back before.");
        boolean down = step.step() == Step.DOWN;
        return new Finding(
                FAILS,
                Severity.ERROR,
                evidence.engine(),
                step.migration().label(),
                Optional.of(step.step()),
                down
                        ? "it cannot be rolled back from the end of the chain"
                        : "it cannot be applied to the unwound chain",
                step.failure().flatMap(failure -> failure.location()),
                step.failure().flatMap(failure -> failure.statement()),
                lines,
                "Taking back several releases at once stops here.",
                "Look for what later migrations left that this one does not expect: objects their way back does not"
                        + " remove, rows it does not convert.",
                "");
    }

    private static Finding difference(
            ChainEvidence evidence,
            RuleId rule,
            Step step,
            String headline,
            SchemaDifference difference,
            String effect,
            String safeWay) {
        return new Finding(
                rule,
                Severity.ERROR,
                evidence.engine(),
                Finding.WHOLE_CHAIN,
                Optional.of(step),
                headline,
                Optional.empty(),
                Optional.empty(),
                SchemaText.lines(difference.withoutOrder()),
                effect,
                safeWay,
                "");
    }
}
