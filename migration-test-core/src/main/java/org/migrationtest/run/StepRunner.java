package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.migrationtest.database.DatabaseUnavailableException;
import org.migrationtest.database.Dialect;
import org.migrationtest.evidence.HistoryChange;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.evidence.StepFailure;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.Step;
import org.migrationtest.source.HistoryEntry;
import org.migrationtest.source.MigrationFailedException;
import org.migrationtest.source.MigrationSession;

/** Runs one migration in one direction, watched. */
final class StepRunner {
    private final Dialect dialect;
    private final StatementRecorder recorder;
    private final TimeLimit timeLimit;
    private final ServerLoss loss;

    StepRunner(Dialect dialect, StatementRecorder recorder, TimeLimit timeLimit, ServerLoss loss) {
        this.dialect = dialect;
        this.recorder = recorder;
        this.timeLimit = timeLimit;
        this.loss = loss;
    }

    /** Applies the migration. */
    StepEvidence up(Playground ground, Migration migration, Step step) throws SQLException {
        return run(ground, migration, step, tool -> tool.up(migration));
    }

    /** Rolls the migration back. */
    StepEvidence down(Playground ground, Migration migration) throws SQLException {
        return run(ground, migration, Step.DOWN, tool -> tool.down(migration));
    }

    /** Runs a repeatable migration once more. */
    StepEvidence repeat(Playground ground, Migration migration) throws SQLException {
        return run(ground, migration, Step.UP_AGAIN, tool -> tool.repeat(migration));
    }

    private StepEvidence run(Playground ground, Migration migration, Step step, Consumer<MigrationSession> work)
            throws SQLException {
        ground.beginStep();
        MigrationSession tool = ground.session();
        Connection ours = ground.connection();
        int major = ours.getMetaData().getDatabaseMajorVersion();
        HistoryEntry before = tool.history(ours, migration);
        recorder.begin(
                ours,
                step == Step.UP || ours.getAutoCommit()
                        ? ""
                        : "it ran in the transaction of the way up, whose locks were still held");
        AtomicReference<@Nullable StepFailure> failure = new AtomicReference<>();
        long start = System.nanoTime();
        String doing = migration.label() + (step == Step.DOWN ? " was being rolled back" : " was being applied");
        timeLimit.watch(() -> failure.set(attempt(doing, () -> work.accept(tool), major)));
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        StepFailure failed = failure.get();
        Optional<HistoryChange> history = Optional.empty();
        if (failed == null) {
            HistoryEntry after = tool.history(ours, migration);
            history = Optional.of(new HistoryChange(before.applied(), after.applied(), after.contains()));
        }
        return new StepEvidence(migration, step, duration, recorder.end(), history, Optional.ofNullable(failed));
    }

    private @Nullable StepFailure attempt(String doing, Runnable work, int major) {
        try {
            work.run();
            return null;
        } catch (MigrationFailedException failure) {
            return failure(doing, failure, major);
        } catch (DatabaseUnavailableException gone) {
            throw gone;
        } catch (RuntimeException failure) {
            return new StepFailure(
                    timeLimit.exceeded() ? timeLimit.told() : failure.toString(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    timeLimit.exceeded());
        }
    }

    private StepFailure failure(String doing, MigrationFailedException failure, int major) {
        Optional<String> state = failure.sqlException().map(SQLException::getSQLState);
        if (state.filter(ServerLoss::isLoss).isPresent()) {
            throw loss.during(doing, failure);
        }
        boolean timedOut = timeLimit.exceeded();
        String message = timedOut ? timeLimit.told() : String.valueOf(failure.getMessage());
        Optional<String> tooOld = failure.sqlException()
                .flatMap(error -> failure.statement().flatMap(sql -> dialect.whyTooOld(error, sql, major)));
        return new StepFailure(message, state, failure.statement(), failure.location(), tooOld, timedOut);
    }
}
