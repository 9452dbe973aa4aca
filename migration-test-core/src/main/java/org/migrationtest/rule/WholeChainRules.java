package org.migrationtest.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationtest.evidence.ChainEvidence;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.evidence.WayBackEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.finding.Severity;
import org.migrationtest.migration.Step;
import org.migrationtest.schema.ObjectChange;
import org.migrationtest.schema.ObjectId;
import org.migrationtest.schema.SchemaDifference;

/** What must hold of a chain as a whole: with rows in it, it can be rolled back to nothing and applied again. */
final class WholeChainRules {
    private static final RuleId FAILS = new RuleId("chain-cannot-unwind");
    private static final RuleId LEFT = new RuleId("chain-leaves-objects");
    private static final RuleId DIFFERS = new RuleId("chain-again-differs");

    static final Set<RuleId> IDS = Set.of(FAILS, LEFT, DIFFERS);

    private WholeChainRules() {}

    /** What single migrations were told of is not told once more: their leftovers are the chain's. */
    static Stream<Finding> judge(ChainEvidence evidence, List<RoundTripEvidence> roundTrips) {
        Set<ObjectId> told = roundTrips.stream()
                .flatMap(trip ->
                        Stream.concat(trip.wayBack().map(WayBackEvidence::schema).stream(), trip.upAgain().stream()))
                .flatMap(difference -> difference.changes().stream())
                .map(ObjectChange::id)
                .collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        evidence.failure()
                .filter(step -> roundTrips.stream().noneMatch(trip -> failedAlready(trip, step)))
                .ifPresent(step -> findings.add(failure(evidence, step)));
        evidence.leftBehind()
                .map(left -> untold(left, told))
                .filter(left -> !left.isEmpty())
                .ifPresent(left -> findings.add(difference(
                        evidence,
                        LEFT,
                        Step.DOWN,
                        "rolled back to nothing it is not as before the first migration: "
                                + SchemaText.ROLLED_BACK.summary(left),
                        SchemaText.ROLLED_BACK.lines(left),
                        "A database that was rolled back is not the one a first installation starts from.",
                        "Let the way back of the migration that creates each of these remove it.")));
        evidence.again()
                .map(again -> untold(again, told))
                .filter(again -> !again.isEmpty())
                .ifPresent(again -> findings.add(difference(
                        evidence,
                        DIFFERS,
                        Step.UP_AGAIN,
                        "rolled back and applied again it makes another schema: " + SchemaText.RUN_AGAIN.summary(again),
                        SchemaText.RUN_AGAIN.lines(again),
                        "Databases that were once rolled back have another schema than those that were not.",
                        "Let each way back restore exactly what its way up found.")));
        return findings.stream();
    }

    private static boolean failedAlready(RoundTripEvidence trip, StepEvidence step) {
        boolean failed = step.step() == Step.DOWN
                ? trip.failed(Step.DOWN).isPresent()
                        || trip.wayBack()
                                .flatMap(WayBackEvidence::failureAfterUse)
                                .isPresent()
                : trip.failed(Step.UP_AGAIN).isPresent();
        return failed && trip.group().migrations().contains(step.migration());
    }

    private static SchemaDifference untold(SchemaDifference difference, Set<ObjectId> told) {
        return new SchemaDifference(difference.withoutOrder().changes().stream()
                .filter(change -> !told.contains(change.id()))
                .toList());
    }

    private static Finding failure(ChainEvidence evidence, StepEvidence step) {
        List<String> lines = new ArrayList<>();
        step.failure().ifPresent(failure -> lines.add(Draft.inFull(failure)));
        lines.add(evidence.unwound() + " of " + evidence.migrations() + " migrations had been rolled back by then.");
        boolean down = step.step() == Step.DOWN;
        String why =
                step.failure().map(failure -> ": " + Draft.inShort(failure)).orElse("");
        return new Finding(
                FAILS,
                Severity.ERROR,
                evidence.engine(),
                step.migration().label(),
                Optional.of(step.step()),
                (down
                                ? "it cannot be rolled back from the end of the chain"
                                : "it cannot be applied after the whole chain was rolled back")
                        + why,
                step.failure().flatMap(failure -> failure.location()),
                step.failure().flatMap(failure -> failure.statement()),
                lines,
                down
                        ? "Taking back several releases at once stops here."
                        : "After everything was rolled back the application cannot be installed again.",
                "Look for what later migrations left that this one does not expect: objects their way back does not"
                        + " remove, rows it does not convert.",
                "");
    }

    private static Finding difference(
            ChainEvidence evidence,
            RuleId rule,
            Step step,
            String headline,
            List<String> lines,
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
                lines,
                effect,
                safeWay,
                "");
    }
}
