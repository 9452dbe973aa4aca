package org.migrationtest.source.sql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.source.MigrationFailedException;
import org.migrationtest.sql.SqlSplitter;
import org.migrationtest.sql.SqlStatement;
import org.migrationtest.sql.StatementKind;

/**
 * Runs a script statement by statement, with the transactions it would have if its tool sent each batch in one piece.
 * PostgreSQL makes one implicit transaction of a batch with several statements, in which {@code VACUUM} and
 * {@code CONCURRENTLY} fail; a batch of one statement runs alone. Source: PostgreSQL manual, 55.2.2.1, "Multiple
 * Statements in a Simple Query".
 */
final class ScriptRunner {
    private final Connection connection;
    private final Layout layout;
    private final SqlScript script;

    ScriptRunner(Connection connection, Layout layout, SqlScript script) {
        this.connection = connection;
        this.layout = layout;
        this.script = script;
    }

    /**
     * Runs all batches. A transactional script leaves its transaction open for the history entry and the commit.
     *
     * @throws MigrationFailedException if a statement fails
     * @throws SQLException if the connection does
     */
    void run() throws SQLException {
        if (layout == Layout.FOLDERS && script.file().content().isEmpty()) {
            throw new MigrationFailedException(
                    "the file is empty, and diesel refuses to run an empty file; write a comment or a statement into it",
                    null,
                    script.location(),
                    null);
        }
        if (script.transactional()) {
            connection.setAutoCommit(false);
            for (SqlScript.Batch batch : script.batches()) {
                for (SqlStatement statement : SqlSplitter.split(batch.text())) {
                    execute(batch, statement);
                }
            }
        } else {
            for (SqlScript.Batch batch : script.batches()) {
                runAlone(batch, SqlSplitter.split(batch.text()));
            }
        }
    }

    private void runAlone(SqlScript.Batch batch, List<SqlStatement> statements) throws SQLException {
        connection.setAutoCommit(statements.size() < 2);
        @Nullable SqlStatement begin = null;
        for (SqlStatement statement : statements) {
            List<String> words = statement.keywords(4);
            if (begin == null && statements.size() > 1 && statement.keywords(1).equals(List.of("SAVEPOINT"))) {
                throw failed(batch, statement, "SAVEPOINT can only be used in transaction blocks", null, 0);
            }
            execute(batch, statement);
            if (begins(words)) {
                begin = statement;
            } else if (ends(words)) {
                begin = null;
            }
        }
        if (begin != null && statements.size() > 1) {
            throw failed(batch, begin, "the script begins a transaction that it does not end", null, 0);
        }
        if (!connection.getAutoCommit()) {
            commit();
            connection.setAutoCommit(true);
        }
    }

    private static boolean begins(List<String> words) {
        return !words.isEmpty() && (words.get(0).equals("BEGIN") || words.get(0).equals("START"));
    }

    private static boolean ends(List<String> words) {
        if (words.isEmpty() || words.contains("CHAIN") || words.contains("TO")) {
            return false;
        }
        return switch (words.get(0)) {
            case "COMMIT", "END", "ROLLBACK", "ABORT" -> true;
            case "PREPARE" -> words.size() > 1 && words.get(1).equals("TRANSACTION");
            default -> false;
        };
    }

    /**
     * Commits, which is where deferred constraints speak.
     *
     * @throws MigrationFailedException if they do
     */
    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new MigrationFailedException(PostgresDriver.message(e), "COMMIT", script.location(), e);
        }
    }

    private void execute(SqlScript.Batch batch, SqlStatement statement) {
        if (statement.kind() == StatementKind.META_COMMAND) {
            throw failed(
                    batch,
                    statement,
                    "psql meta command " + statement.text() + " cannot run over JDBC, nor does " + layout.tool()
                            + " know it; write it as SQL",
                    null,
                    0);
        }
        if (statement.kind() == StatementKind.COPY_DATA && !layout.carriesCopyData()) {
            throw failed(
                    batch,
                    statement,
                    layout.tool() + " sends scripts as they are, and the server would take the lines after COPY … FROM"
                            + " STDIN for SQL; write them as INSERT",
                    null,
                    0);
        }
        try {
            send(statement);
        } catch (SQLException e) {
            int at = PostgresDriver.position(e, statement.text()).orElse(0);
            throw failed(batch, statement, PostgresDriver.message(e), e, at);
        } catch (IOException e) {
            throw failed(batch, statement, String.valueOf(e.getMessage()), e, 0);
        }
    }

    /** A plain statement, since the driver would take a question mark in a prepared one for a parameter. */
    private void send(SqlStatement statement) throws SQLException, IOException {
        if (statement.copyData().isPresent()) {
            PostgresDriver.copyIn(
                    connection, statement.text(), statement.copyData().get());
            return;
        }
        try (Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            jdbc.execute(statement.text());
        }
    }

    private MigrationFailedException failed(
            SqlScript.Batch batch, SqlStatement statement, String message, @Nullable Throwable cause, int at) {
        ScriptLocation where = script.file().locationAt(batch.offset() + statement.offset() + at);
        return new MigrationFailedException(message, statement.text(), where, cause);
    }
}
