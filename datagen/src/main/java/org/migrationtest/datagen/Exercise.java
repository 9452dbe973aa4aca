package org.migrationtest.datagen;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.catalog.Table;

/** Rows that try a table out, extreme ones where they are taken, inserted one by one as an application would. */
final class Exercise {
    private static final int ATTEMPTS = 8;

    private final Connection connection;
    private final Table table;
    private final Planner planner;
    private final Existing existing;
    private final List<List<String>> keys = new ArrayList<>();

    Exercise(Connection connection, Table table, Planner planner, Existing existing) {
        this.connection = connection;
        this.table = table;
        this.planner = planner;
        this.existing = existing;
    }

    /** The primary keys of the rows that went in. */
    List<List<String>> write(Demand wanted) throws SQLException, UnfillableException {
        Demand demand = wanted;
        int shifts = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            RowPlan plan = planner.plan(demand);
            try (RowInserter inserter = new RowInserter(connection, table, plan)) {
                extremes(inserter, plan);
                if (!keys.isEmpty()) {
                    return keys;
                }
                SQLException refused = inserter.refusal().orElse(null);
                Optional<Demand> better =
                        refused == null ? Optional.empty() : Refusals.better(demand, refused, table, shifts);
                if (better.isEmpty()) {
                    Refusals.judge(table, existing, 0, inserter);
                    return keys;
                }
                shifts += refused != null && Failures.isTaken(refused) ? 1 : 0;
                demand = better.get();
            }
        }
        return keys;
    }

    /** Extreme rows, and where one is refused an ordinary one. */
    private void extremes(RowInserter inserter, RowPlan plan) throws SQLException {
        for (long row = 0; row < plan.rows(); row++) {
            if (!insert(inserter, plan.extreme(row))) {
                insert(inserter, plan.usual(row));
            }
        }
    }

    private boolean insert(RowInserter inserter, @Nullable String[] values) throws SQLException {
        Optional<List<String>> key = inserter.insert(values);
        if (key.isPresent()) {
            keys.add(key.get());
        }
        return key.isPresent();
    }
}
