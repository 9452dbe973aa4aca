package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationtest.data.ForeignKey;
import org.migrationtest.data.RowKeys;
import org.migrationtest.data.TableDifference;
import org.migrationtest.database.DataMark;
import org.migrationtest.database.Dialect;
import org.migrationtest.evidence.RepeatEvidence;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.evidence.StepFailure;
import org.migrationtest.evidence.UnfilledTable;
import org.migrationtest.evidence.WayBackEvidence;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.migration.Step;
import org.migrationtest.run.Playground.Mark;
import org.migrationtest.schema.SchemaDifference;
import org.migrationtest.schema.SchemaSnapshot;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.SeedResult;

/** One group of migrations going up, down and up again on a playground. */
final class RoundTrip {
    private final Playground ground;
    private final Dialect dialect;
    private final StepRunner runner;
    private final Filler filler;
    private final MigrationGroup group;
    private final ChainState before;
    private final RowComparison comparison;
    private final List<StepEvidence> steps = new ArrayList<>();
    private final List<UnfilledTable> unexercised = new ArrayList<>();
    private boolean appliedOnceMore;

    RoundTrip(
            Playground ground,
            Dialect dialect,
            StepRunner runner,
            Filler filler,
            MigrationGroup group,
            ChainState before) {
        this.ground = ground;
        this.dialect = dialect;
        this.runner = runner;
        this.filler = filler;
        this.group = group;
        this.before = before;
        this.comparison = new RowComparison(dialect.dataReader(), before);
    }

    /**
     * Makes the round trip. The playground is left settled, or abandoned where the way up failed.
     *
     * @throws Abandoned if it must be made on another playground; then this one is as it was at the start
     */
    RoundTripOutcome make() throws SQLException, Abandoned {
        ground.mark(Mark.BEFORE);
        DataMark start = dialect.dataReader().mark(ground.connection());
        Optional<StepFailure> failure = up(Step.UP);
        if (failure.isPresent()) {
            abandonOrBelieve(failure.get());
            ground.abandon();
            return RoundTripOutcome.failed(steps, ground.isolation());
        }
        SchemaSnapshot applied = snapshot();
        Set<TableName> touched = changedSince(start);
        ChainState after = before.after(dialect, ground.connection(), applied, touched);
        ground.mark(Mark.APPLIED);
        SchemaDifference change = changes(before.schema(), applied);
        Optional<RepeatEvidence> repeat = repeat(applied);
        Optional<WayBackEvidence> wayBack = Optional.empty();
        Optional<SchemaDifference> upAgain = Optional.empty();
        if (group.migrations().stream()
                .allMatch(migration -> migration.wayBack().exists())) {
            wayBack = goBack(start, touched, change, after);
            if (wayBack.isPresent()) {
                upAgain = upAgain(applied);
            }
        }
        if (appliedOnceMore) {
            ground.returnTo(Mark.APPLIED);
            after = before.after(dialect, ground.connection(), applied, touched);
        }
        ground.settle();
        return new RoundTripOutcome(
                List.copyOf(steps), ground.isolation(), change, wayBack, upAgain, repeat, touched, Optional.of(after));
    }

    private SchemaSnapshot snapshot() throws SQLException {
        return dialect.schemaReader().read(ground.connection(), ground.session().historyTables());
    }

    private SchemaDifference changes(SchemaSnapshot from, SchemaSnapshot to) {
        return OwnChanges.of(from.differenceTo(to), steps);
    }

    private Set<TableName> changedSince(DataMark start) throws SQLException {
        Set<TableName> changed = new HashSet<>(dialect.dataReader().changedSince(ground.connection(), start));
        changed.removeAll(ground.session().historyTables());
        return changed;
    }

    private Optional<StepFailure> up(Step step) throws SQLException {
        for (Migration migration : group.migrations()) {
            StepEvidence evidence = runner.up(ground, migration, step);
            steps.add(evidence);
            if (evidence.failure().isPresent()) {
                return evidence.failure();
            }
        }
        return Optional.empty();
    }

    private Optional<StepFailure> down() throws SQLException {
        for (Migration migration : group.backwards()) {
            StepEvidence evidence = runner.down(ground, migration);
            steps.add(evidence);
            if (evidence.failure().isPresent()) {
                return evidence.failure();
            }
        }
        return Optional.empty();
    }

    private void abandonOrBelieve(StepFailure failure) throws SQLException, Abandoned {
        if (!ground.mustBeConfirmed()) {
            return;
        }
        String misfit = ground.misfit();
        ground.abandon();
        throw new Abandoned(misfit.isEmpty() ? failure.message() : misfit);
    }

    private Optional<RepeatEvidence> repeat(SchemaSnapshot applied) throws SQLException, Abandoned {
        Migration last = group.last();
        if (!last.repeatable()) {
            return Optional.empty();
        }
        StepEvidence evidence = runner.repeat(ground, last);
        if (evidence.failure().isPresent()) {
            abandonOrBelieve(evidence.failure().get());
        }
        SchemaDifference difference =
                evidence.failure().isPresent() ? SchemaDifference.NONE : changes(applied, snapshot());
        ground.returnTo(Mark.APPLIED);
        return Optional.of(new RepeatEvidence(evidence.failure(), difference));
    }

    private Optional<WayBackEvidence> goBack(
            DataMark start, Set<TableName> touched, SchemaDifference change, ChainState after)
            throws SQLException, Abandoned {
        SeedResult exercised = exercise(touched, change, after);
        int firstDown = steps.size();
        Optional<StepFailure> failure = down();
        Optional<StepFailure> afterUse = Optional.empty();
        Map<TableName, RowKeys> keys = exercised.keys();
        if (failure.isPresent()
                && !exercised.rows().isEmpty()
                && ground.misfit().isEmpty()) {
            afterUse = failure;
            keys = Map.of();
            failure = downOnceMore(firstDown);
        }
        if (failure.isPresent()) {
            abandonOrBelieve(failure.get());
            ground.returnTo(Mark.APPLIED);
            return Optional.empty();
        }
        Set<TableName> toCompare = new HashSet<>(touched);
        toCompare.addAll(changedSince(start));
        Set<TableName> suspicious = comparison.suspicious(ground.connection(), toCompare, keys);
        if (!suspicious.isEmpty() && !keys.isEmpty()) {
            downOnceMore(firstDown);
            suspicious = comparison.suspicious(ground.connection(), toCompare, Map.of());
        }
        List<TableDifference> differences = suspicious.isEmpty() ? List.of() : explain(suspicious);
        SchemaSnapshot undone = snapshot();
        return Optional.of(new WayBackEvidence(
                exercised.rows(),
                unexercised,
                afterUse,
                changes(before.schema(), undone),
                changes(after.schema(), undone),
                (int) toCompare.stream().filter(before.rows()::containsKey).count(),
                differences,
                comparison.orphans(ground.connection(), toCompare)));
    }

    private SeedResult exercise(Set<TableName> touched, SchemaDifference change, ChainState after) throws SQLException {
        Set<TableName> tables = new HashSet<>(dialect.dataReader().tables(ground.connection()));
        tables.removeAll(ground.session().historyTables());
        Set<TableName> changed = ChangedTables.of(change, before.schema(), after.schema(), tables);
        Set<TableName> written = new HashSet<>(changed);
        touched.stream().filter(tables::contains).forEach(written::add);
        addParents(written, tables);
        try {
            SeedResult result = filler.exercise(ground.connection(), group, written, changed, after.rows());
            ground.publish();
            result.unfilled().stream()
                    .filter(table -> changed.contains(table.table()))
                    .map(table -> new UnfilledTable(table.table(), table.constraint(), table.reason()))
                    .forEach(unexercised::add);
            return result;
        } catch (SQLException refused) {
            ground.returnTo(Mark.APPLIED);
            changed.stream()
                    .map(table ->
                            new UnfilledTable(table, "the commit of the rows", String.valueOf(refused.getMessage())))
                    .forEach(unexercised::add);
            return new SeedResult(Map.of(), Map.of(), List.of());
        }
    }

    /** New rows may need rows to point at that no other row points at yet. */
    private void addParents(Set<TableName> changed, Set<TableName> tables) throws SQLException {
        List<ForeignKey> keys = dialect.dataReader().foreignKeys(ground.connection());
        boolean grown = !changed.isEmpty();
        while (grown) {
            grown = changed.addAll(keys.stream()
                    .filter(key -> changed.contains(key.table()))
                    .map(ForeignKey::referenced)
                    .filter(tables::contains)
                    .toList());
        }
    }

    /** Goes back without the exercised rows, and keeps evidence of this attempt instead of the one before. */
    private Optional<StepFailure> downOnceMore(int firstDown) throws SQLException {
        ground.returnTo(Mark.APPLIED);
        forgetStepsFrom(firstDown);
        return down();
    }

    private void forgetStepsFrom(int first) {
        steps.subList(first, steps.size()).clear();
    }

    /** Goes up and down once more with the rows from before kept aside, which is paid only where rows do differ. */
    private List<TableDifference> explain(Set<TableName> suspicious) throws SQLException {
        ground.returnTo(Mark.BEFORE);
        Connection connection = ground.connection();
        Map<TableName, TableName> kept = new LinkedHashMap<>();
        for (TableName table : suspicious) {
            kept.put(table, dialect.dataReader().keep(connection, table));
        }
        forgetStepsFrom(0);
        @Nullable StepFailure failure = up(Step.UP).orElse(null);
        appliedOnceMore = true;
        if (failure == null) {
            ground.mark(Mark.APPLIED);
            failure = down().orElse(null);
        }
        if (failure != null) {
            throw new IllegalStateException(
                    "a migration that went up and down failed when it did so a second time: " + failure.message());
        }
        List<TableDifference> differences = new ArrayList<>();
        for (Map.Entry<TableName, TableName> table : kept.entrySet()) {
            TableDifference difference = dialect.dataReader().explain(connection, table.getValue(), table.getKey());
            if (!difference.isEmpty()) {
                differences.add(difference);
            }
        }
        return differences;
    }

    private Optional<SchemaDifference> upAgain(SchemaSnapshot applied) throws SQLException, Abandoned {
        Optional<StepFailure> failure = up(Step.UP_AGAIN);
        if (failure.isPresent()) {
            abandonOrBelieve(failure.get());
            return Optional.empty();
        }
        return Optional.of(changes(applied, snapshot()));
    }
}
