package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import org.migrationtest.database.TransactionRules;
import org.migrationtest.evidence.Isolation;
import org.migrationtest.source.MigrationSession;

/** A round trip inside one transaction: marks are savepoints, and returning costs next to nothing. */
final class OneTransaction implements Playground {
    private final Bench bench;
    private final SharedTransaction transaction;

    private OneTransaction(Bench bench, SharedTransaction transaction) {
        this.bench = bench;
        this.transaction = transaction;
    }

    static OneTransaction on(Bench bench, TransactionRules rules) throws SQLException {
        SharedTransaction transaction = SharedTransaction.begin(bench.connection(), rules);
        bench.connections().share(transaction);
        return new OneTransaction(bench, transaction);
    }

    @Override
    public void mark(Mark mark) throws SQLException {
        transaction.mark(savepoint(mark));
    }

    @Override
    public void returnTo(Mark mark) throws SQLException {
        transaction.returnTo(savepoint(mark));
    }

    @Override
    public void settle() throws SQLException {
        returnTo(Mark.APPLIED);
        transaction.commit();
        end();
    }

    /** Makes the state as it is the chain's. */
    void keep() throws SQLException {
        transaction.commit();
        end();
    }

    @Override
    public void abandon() throws SQLException {
        transaction.rollback();
        end();
    }

    private void end() throws SQLException {
        bench.connections().unshare();
        bench.connection().setAutoCommit(true);
    }

    @Override
    public void beginStep() throws SQLException {
        transaction.beginStep();
    }

    @Override
    public Connection connection() {
        return transaction.physical();
    }

    @Override
    public MigrationSession session() {
        return bench.session();
    }

    @Override
    public void publish() throws SQLException {
        transaction.publish();
    }

    @Override
    public String misfit() {
        return transaction.ownTransactionNeeded();
    }

    @Override
    public boolean mustBeConfirmed() {
        return true;
    }

    @Override
    public Isolation isolation() {
        return new Isolation.OneTransaction();
    }

    private static String savepoint(Mark mark) {
        return switch (mark) {
            case BEFORE -> "mt_before";
            case APPLIED -> "mt_applied";
        };
    }
}
