package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.regex.Pattern;
import org.migrationtest.database.TransactionRules;

/**
 * One real transaction in which a tool believes to run several of its own: its commits become savepoints, so that
 * everything it did can be taken back. The tool may hold several connections at once; all are this one.
 */
final class SharedTransaction {
    /** What the tool's roll back returns to. */
    private static final String TOOL = "mt_tool";

    /** A script's own transaction, as long as it asks for nothing special, is one more that only seems to be one. */
    private static final Pattern BEGIN =
            Pattern.compile("\\s*(BEGIN|START)(\\s+(WORK|TRANSACTION))?\\s*;?\\s*", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMIT =
            Pattern.compile("\\s*(COMMIT|END)(\\s+(WORK|TRANSACTION))?\\s*;?\\s*", Pattern.CASE_INSENSITIVE);

    private final Connection physical;
    private final TransactionRules rules;
    private boolean written;
    private String ownTransactionNeeded = "";

    private SharedTransaction(Connection physical, TransactionRules rules) {
        this.physical = physical;
        this.rules = rules;
    }

    /** Begins the transaction. */
    static SharedTransaction begin(Connection physical, TransactionRules rules) throws SQLException {
        physical.setAutoCommit(false);
        SharedTransaction transaction = new SharedTransaction(physical, rules);
        transaction.execute("SAVEPOINT " + TOOL);
        return transaction;
    }

    /** The connection all of it runs on. */
    Connection physical() {
        return physical;
    }

    /** The statement that could not run in here, or an empty text. */
    String ownTransactionNeeded() {
        return ownTransactionNeeded;
    }

    /** Marks a state that {@link #returnTo} can return to. */
    void mark(String savepoint) throws SQLException {
        execute("SAVEPOINT " + savepoint);
        execute("SAVEPOINT " + TOOL);
        written = false;
    }

    /** Returns to a marked state; the mark stays. */
    void returnTo(String savepoint) throws SQLException {
        execute("ROLLBACK TO SAVEPOINT " + savepoint);
        execute("SAVEPOINT " + TOOL);
        written = false;
        ownTransactionNeeded = "";
    }

    /** Takes back what an earlier step set for its whole session. */
    void beginStep() throws SQLException {
        rules.resetSession(physical);
    }

    /** Takes over what was written past the tool as if it had been committed. */
    void publish() throws SQLException {
        rules.simulateCommit(physical);
        keepWhatWasWritten();
    }

    /** Makes what is left permanent. */
    void commit() throws SQLException {
        physical.commit();
    }

    /** Takes all of it back. */
    void rollback() throws SQLException {
        physical.rollback();
    }

    /** A view of this transaction for one of the tool's connections. */
    TransactionControl control() {
        return new Control();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = physical.createStatement()) {
            statement.execute(sql);
        }
    }

    private void keepWhatWasWritten() throws SQLException {
        execute("RELEASE SAVEPOINT " + TOOL + "; SAVEPOINT " + TOOL);
        written = false;
    }

    private final class Control implements TransactionControl {
        private boolean autoCommit = true;
        private boolean closed;
        private boolean inBlock;

        @Override
        public void commit() throws SQLException {
            if (written) {
                publish();
            }
        }

        @Override
        public void rollback() throws SQLException {
            execute("ROLLBACK TO SAVEPOINT " + TOOL);
            written = false;
            inBlock = false;
        }

        @Override
        public void setAutoCommit(boolean value) throws SQLException {
            if (value && !autoCommit) {
                commit();
            }
            autoCommit = value;
        }

        @Override
        public boolean getAutoCommit() {
            return autoCommit;
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public boolean beforeStatement(String sql) throws SQLException {
            if (BEGIN.matcher(sql).matches()) {
                startBlock();
                return true;
            }
            if (COMMIT.matcher(sql).matches()) {
                inBlock = false;
                commit();
                return true;
            }
            if (rules.needsOwnTransaction(sql)) {
                ownTransactionNeeded = sql.strip();
                throw new OwnTransactionNeededException(sql.strip());
            }
            if (autoCommit && !inBlock && written) {
                commit();
            }
            written |= !readsOnly(sql);
            return false;
        }

        private void startBlock() throws SQLException {
            if (autoCommit && !inBlock) {
                commit();
            }
            inBlock = true;
        }

        @Override
        public void afterFailure() throws SQLException {
            if (autoCommit && !inBlock) {
                rollback();
            }
        }

        @Override
        public boolean keepsLocks() {
            return true;
        }

        private boolean readsOnly(String sql) {
            String start = sql.stripLeading();
            String word = start.substring(0, Math.min(6, start.length())).toUpperCase(Locale.ROOT);
            return word.startsWith("SHOW") || (word.equals("SELECT") && !start.contains("("));
        }
    }
}
