package org.migrationtest.datagen;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.catalog.Sql;
import org.migrationtest.datagen.catalog.Table;

/** Rows that hold certain values, as far as there are none yet and the constraints allow them; full in every other column. */
final class HintedRows {
    private static final int ATTEMPTS = 4;
    private static final int DIGITS = 9;

    private final Connection connection;
    private final Table table;
    private final Planner planner;
    private final List<List<String>> rows = new ArrayList<>();
    private long next;

    HintedRows(Connection connection, Table table, Planner planner) {
        this.connection = connection;
        this.table = table;
        this.planner = planner;
    }

    /** How many rows may be tried, each as a whole and then by a value at a time. */
    static long tries(List<Map<String, Optional<String>>> wanted) {
        return wanted.stream().mapToLong(row -> 1L + row.size()).sum();
    }

    /** The primary keys of the rows that went in. */
    List<List<String>> write(List<Map<String, Optional<String>>> wanted, Demand first)
            throws SQLException, UnfillableException {
        Optional<Demand> demand = Optional.of(first);
        for (int attempt = 0; rows.isEmpty() && demand.isPresent() && attempt < ATTEMPTS; attempt++) {
            RowPlan plan = planner.plan(demand.get());
            try (RowInserter inserter = new RowInserter(connection, table, plan)) {
                for (Map<String, Optional<String>> row : wanted) {
                    write(inserter, plan, row);
                }
                SQLException refused = inserter.refusal().orElse(null);
                demand = refused == null ? Optional.empty() : Refusals.better(demand.get(), refused, table, attempt);
            }
        }
        return rows;
    }

    private void write(RowInserter inserter, RowPlan plan, Map<String, Optional<String>> wanted) throws SQLException {
        Map<String, Optional<String>> known = new LinkedHashMap<>(wanted);
        known.keySet().retainAll(plan.columns());
        known.entrySet().removeIf(this::usesUpSequence);
        if (!known.isEmpty() && !writeOne(inserter, plan, known) && known.size() > 1) {
            for (Map.Entry<String, Optional<String>> value : known.entrySet()) {
                writeOne(inserter, plan, Map.of(value.getKey(), value.getValue()));
            }
        }
    }

    /** A number near the end of a sequence would leave none for the rows to come. */
    private boolean usesUpSequence(Map.Entry<String, Optional<String>> value) {
        return table.column(value.getKey())
                        .filter(column -> column.sequence() != null)
                        .isPresent()
                && value.getValue().filter(number -> number.length() > DIGITS).isPresent();
    }

    /** Whether there is such a row now. */
    private boolean writeOne(RowInserter inserter, RowPlan plan, Map<String, Optional<String>> wanted)
            throws SQLException {
        Optional<Boolean> there = isThere(wanted);
        if (there.isEmpty() || there.get()) {
            return there.isPresent();
        }
        @Nullable String[] values = plan.full(next++);
        for (int i = 0; i < values.length; i++) {
            Optional<String> value = wanted.get(plan.columns().get(i));
            if (value != null) {
                values[i] = value.orElse(null);
            }
        }
        Optional<List<String>> key = inserter.insert(values);
        key.ifPresent(rows::add);
        return key.isPresent();
    }

    /** Empty if the values are none of the columns' types. */
    private Optional<Boolean> isThere(Map<String, Optional<String>> wanted) throws SQLException {
        String condition = wanted.entrySet().stream()
                .map(value -> Sql.name(value.getKey())
                        + value.getValue()
                                .map(text -> " = " + Sql.literal(text))
                                .orElse(" is null"))
                .collect(Collectors.joining(" and "));
        String sql = "select exists (select from " + Sql.name(table.root()) + " where " + condition + ")";
        try (Statement statement = connection.createStatement()) {
            statement.execute("savepoint migrationtest_there");
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                boolean there = row.getBoolean(1);
                statement.execute("release savepoint migrationtest_there");
                return Optional.of(there);
            } catch (SQLException unfit) {
                Failures.rethrowIfLost(unfit);
                statement.execute("rollback to savepoint migrationtest_there; release savepoint migrationtest_there");
                return Optional.empty();
            }
        }
    }
}
