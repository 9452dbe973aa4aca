package org.migrationtest.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.migration.Step;
import org.migrationtest.schema.SchemaDifference;

/**
 * Everything seen of one migration, or group, going up, down and up again.
 *
 * @param engine the engine version as the user wrote it
 * @param group the migrations
 * @param isolation how it was kept apart from the chain
 * @param steps every step that was attempted, in order
 * @param change what the way up did to the schema; empty difference also where it failed
 * @param wayBack what rolling back left, where it ran to its end
 * @param upAgain from the state after the first way up to the state after the second, where that ran to its end
 * @param repeat what running once more did, where the tool allows that
 * @param emptied whether the way up failed on the generated rows and was run again on empty tables, so that the chain
 *     could go on
 * @param volumes the tables the way up touched, as large as they then were
 * @param unfilled tables that appeared and could not be filled with rows
 */
public record RoundTripEvidence(
        String engine,
        MigrationGroup group,
        Isolation isolation,
        List<StepEvidence> steps,
        SchemaDifference change,
        Optional<WayBackEvidence> wayBack,
        Optional<SchemaDifference> upAgain,
        Optional<RepeatEvidence> repeat,
        boolean emptied,
        List<TableVolume> volumes,
        List<UnfilledTable> unfilled) {
    public RoundTripEvidence {
        requireNonNull(engine, "engine is null");
        requireNonNull(group, "group is null");
        requireNonNull(isolation, "isolation is null");
        requireNonNull(change, "change is null");
        requireNonNull(wayBack, "wayBack is null");
        requireNonNull(upAgain, "upAgain is null");
        requireNonNull(repeat, "repeat is null");
        steps = List.copyOf(steps);
        volumes = List.copyOf(volumes);
        unfilled = List.copyOf(unfilled);
    }

    /** The step that failed in that direction, if one did. */
    public Optional<StepEvidence> failed(Step direction) {
        return steps.stream()
                .filter(step -> step.step() == direction && step.failure().isPresent())
                .findFirst();
    }

    /** Whether the roll back ran to its end and left everything that the way up did to the schema. */
    public boolean downDidNothing() {
        return !change.isEmpty()
                && wayBack.filter(way -> way.undone().isEmpty()).isPresent();
    }

    /** Whether the way up ended, if need be on empty tables, so that the chain can go on. */
    public boolean applied() {
        return emptied || (!steps.isEmpty() && failed(Step.UP).isEmpty());
    }
}
