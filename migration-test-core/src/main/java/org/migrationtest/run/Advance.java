package org.migrationtest.run;

import java.sql.SQLException;
import org.migrationtest.database.Dialect;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.Step;

/** Moves a database one migration on or back for good: in one transaction where that works, else as the tool would. */
final class Advance {
    private final Dialect dialect;
    private final StepRunner runner;

    Advance(Dialect dialect, StepRunner runner) {
        this.dialect = dialect;
        this.runner = runner;
    }

    StepEvidence up(Bench bench, Migration migration) throws SQLException {
        return move(bench, ground -> runner.up(ground, migration, Step.UP));
    }

    StepEvidence down(Bench bench, Migration migration) throws SQLException {
        return move(bench, ground -> runner.down(ground, migration));
    }

    private StepEvidence move(Bench bench, Move move) throws SQLException {
        if (dialect.transactionRules().schemaChangesRollBack()) {
            OneTransaction transaction = OneTransaction.on(bench, dialect.transactionRules());
            StepEvidence step = move.on(transaction);
            if (step.failure().isEmpty()) {
                transaction.keep();
                return step;
            }
            transaction.abandon();
        }
        return move.on(new Copies(bench, "it moves for good"));
    }

    private interface Move {
        StepEvidence on(Playground ground) throws SQLException;
    }
}
