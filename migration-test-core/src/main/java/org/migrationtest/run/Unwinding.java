package org.migrationtest.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.migrationtest.database.Dialect;
import org.migrationtest.evidence.ChainEvidence;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.WayBack;
import org.migrationtest.schema.SchemaDifference;
import org.migrationtest.schema.SchemaSnapshot;

/** Rolls back every applied migration, newest first, as far as there is a way back, and applies them again. */
final class Unwinding {
    private final Dialect dialect;
    private final Bench bench;
    private final Advance advance;
    private final SchemaSnapshot empty;

    Unwinding(Dialect dialect, Bench bench, Advance advance, SchemaSnapshot empty) {
        this.dialect = dialect;
        this.bench = bench;
        this.advance = advance;
        this.empty = empty;
    }

    ChainEvidence unwind(String engine, List<Migration> applied) throws SQLException {
        long start = System.nanoTime();
        SchemaSnapshot head = snapshot();
        Optional<String> stop = Optional.empty();
        Optional<StepEvidence> failure = Optional.empty();
        int unwound = 0;
        for (Migration migration : backwards(applied)) {
            if (!migration.wayBack().exists() && !(migration.wayBack() instanceof WayBack.NotApplicable)) {
                stop = Optional.of(migration.label() + " has no way back");
                break;
            }
            if (migration.wayBack().exists()) {
                StepEvidence step = advance.down(bench, migration);
                if (step.failure().isPresent()) {
                    stop = Optional.of(migration.label() + " could not be rolled back");
                    failure = Optional.of(step);
                    break;
                }
            }
            unwound++;
        }
        Optional<SchemaDifference> leftBehind = Optional.empty();
        Optional<SchemaDifference> again = Optional.empty();
        if (stop.isEmpty()) {
            leftBehind = Optional.of(OwnChanges.ofDatabase(empty.differenceTo(snapshot())));
            failure = applyAgain(applied);
            if (failure.isEmpty()) {
                again = Optional.of(OwnChanges.ofDatabase(head.differenceTo(snapshot())));
            }
        }
        return new ChainEvidence(
                engine,
                applied.size(),
                unwound,
                stop,
                failure,
                leftBehind,
                again,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private Optional<StepEvidence> applyAgain(List<Migration> migrations) throws SQLException {
        for (Migration migration : migrations) {
            if (migration.wayBack() instanceof WayBack.NotApplicable) {
                continue;
            }
            StepEvidence step = advance.up(bench, migration);
            if (step.failure().isPresent()) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private SchemaSnapshot snapshot() throws SQLException {
        return dialect.schemaReader().read(bench.connection(), bench.session().historyTables());
    }

    private static List<Migration> backwards(List<Migration> applied) {
        return IntStream.rangeClosed(1, applied.size())
                .mapToObj(behind -> applied.get(applied.size() - behind))
                .toList();
    }
}
