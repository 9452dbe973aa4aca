package org.migrationtest.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationtest.data.Orphans;
import org.migrationtest.data.TableDifference;
import org.migrationtest.schema.SchemaDifference;
import org.migrationtest.schema.TableName;

/**
 * What rolling back left behind.
 *
 * @param exercised rows written to the new schema before it was rolled back, by table
 * @param unexercised tables that the way up changed and that took no row, so that nothing is known of a roll back after
 *     their use
 * @param failureAfterUse why rolling back failed with these rows, although it succeeds without them
 * @param schema from the state before the migration to the state after its roll back
 * @param undone from the state after the migration to the state after its roll back: empty where the roll back did
 *     nothing
 * @param comparedTables how many tables had their rows compared
 * @param rows tables whose rows that were there before differ after
 * @param orphans rows that were there before and now point at nothing
 */
public record WayBackEvidence(
        Map<TableName, Long> exercised,
        List<UnfilledTable> unexercised,
        Optional<StepFailure> failureAfterUse,
        SchemaDifference schema,
        SchemaDifference undone,
        int comparedTables,
        List<TableDifference> rows,
        List<Orphans> orphans) {
    public WayBackEvidence {
        requireNonNull(failureAfterUse, "failureAfterUse is null");
        requireNonNull(schema, "schema is null");
        requireNonNull(undone, "undone is null");
        exercised = Map.copyOf(exercised);
        unexercised = List.copyOf(unexercised);
        rows = List.copyOf(rows);
        orphans = List.copyOf(orphans);
    }
}
