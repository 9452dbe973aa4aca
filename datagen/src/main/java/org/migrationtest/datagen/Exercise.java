package org.migrationtest.datagen;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.catalog.Table;

/**
 * Rows that try a table out, inserted one by one as an application would: extreme ones; twins of one of them; and one that
 * refers to nothing where nothing forbids that.
 */
final class Exercise {
    private static final int ATTEMPTS = 8;
    /** How many values are tried for the columns in which a twin has to differ. */
    private static final int VALUES = 3;

    private final Connection connection;
    private final Table table;
    private final Planner planner;
    private final Existing existing;
    private final boolean changed;
    private final List<List<String>> keys = new ArrayList<>();
    private final List<@Nullable String[]> rows = new ArrayList<>();

    /** @param changed whether rows beside the extreme ones are wanted */
    Exercise(Connection connection, Table table, Planner planner, Existing existing, boolean changed) {
        this.connection = connection;
        this.table = table;
        this.planner = planner;
        this.existing = existing;
        this.changed = changed;
    }

    /** The primary keys of the rows that went in. */
    List<List<String>> write(Demand wanted) throws SQLException, UnfillableException {
        Demand demand = wanted;
        int shifts = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            RowPlan plan = planner.plan(demand);
            try (RowInserter inserter = new RowInserter(connection, table, plan)) {
                extremes(inserter, plan);
                if (!rows.isEmpty()) {
                    if (changed) {
                        likeAnother(inserter, plan);
                    }
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

    private void likeAnother(RowInserter inserter, RowPlan plan) throws SQLException {
        Twins twins = new Twins(table, plan);
        @Nullable
        String[] like = rows.stream()
                .min(Comparator.comparing(
                        values -> Stream.of(values).filter(Objects::isNull).count()))
                .orElseThrow();
        long row = plan.rows();
        for (Set<String> different : twins.differences()) {
            boolean done = false;
            for (int value = 0; value < VALUES && !done; value++) {
                done = insert(inserter, twins.twin(like, different, row++));
            }
        }
        Strays strays = new Strays(table, plan);
        @Nullable String[] another = twins.twin(like, twins.differences().get(0), row);
        if (!strays.columns().isEmpty() && !insert(inserter, strays.stray(another, strays.columns()))) {
            for (String column : strays.columns()) {
                another = twins.twin(like, twins.differences().get(0), ++row);
                insert(inserter, strays.stray(another, Set.of(column)));
            }
        }
    }

    private boolean insert(RowInserter inserter, @Nullable String[] values) throws SQLException {
        Optional<List<String>> key = inserter.insert(values);
        if (key.isPresent()) {
            keys.add(key.get());
            rows.add(values);
        }
        return key.isPresent();
    }
}
