package org.migrationtest.datagen;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.catalog.Sql;
import org.migrationtest.datagen.catalog.Table;
import org.postgresql.PGStatement;

/** Inserts single rows, each behind a savepoint, and remembers why the last one was refused. */
final class RowInserter implements AutoCloseable {
    private final Statement savepoints;
    private final PreparedStatement insert;
    private final int keyColumns;
    private @Nullable SQLException refusal;

    RowInserter(Connection connection, Table table, RowPlan plan) throws SQLException {
        List<String> key = table.primaryKey();
        this.keyColumns = key.size();
        this.savepoints = connection.createStatement();
        this.insert = connection.prepareStatement(sql(table, plan, key));
        // A plan kept on the server would not survive the next migration of this table.
        insert.unwrap(PGStatement.class).setPrepareThreshold(0);
    }

    private static String sql(Table table, RowPlan plan, List<String> key) {
        String columns = plan.columns().stream().map(Sql::name).collect(Collectors.joining(", "));
        String places = plan.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        String values = plan.columns().isEmpty()
                ? " default values"
                : " (" + columns + ") overriding system value values (" + places + ")";
        String returned = key.isEmpty()
                ? "1"
                : key.stream().map(column -> Sql.name(column) + "::text").collect(Collectors.joining(", "));
        return "insert into " + Sql.name(table.name()) + values + " returning " + returned;
    }

    /** The row's primary key, an empty one if the table has none; empty if the row was refused. */
    Optional<List<String>> insert(@Nullable String[] row) throws SQLException {
        savepoints.execute("savepoint migrationtest_row");
        try {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i], Types.OTHER);
            }
            Optional<List<String>> key = key();
            savepoints.execute("release savepoint migrationtest_row");
            return key;
        } catch (SQLException refused) {
            Failures.rethrowIfLost(refused);
            savepoints.execute("rollback to savepoint migrationtest_row; release savepoint migrationtest_row");
            refusal = refused;
            return Optional.empty();
        }
    }

    private Optional<List<String>> key() throws SQLException {
        try (ResultSet returned = insert.executeQuery()) {
            if (!returned.next()) {
                refusal = new SQLException("a trigger or rule took the row away without an error");
                return Optional.empty();
            }
            List<String> key = new ArrayList<>();
            for (int i = 0; i < keyColumns; i++) {
                key.add(returned.getString(i + 1));
            }
            return Optional.of(key);
        }
    }

    /** Why the last refused row was refused. */
    Optional<SQLException> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        savepoints.close();
    }
}
