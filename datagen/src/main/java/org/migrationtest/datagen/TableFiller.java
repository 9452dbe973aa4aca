package org.migrationtest.datagen;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.catalog.Table;
import org.migrationtest.datagen.catalog.Unique;
import org.migrationtest.seed.SeedRequest;
import org.migrationtest.seed.SeedRequest.Purpose;

/** Fills one table: plans, loads, and learns from what the server refuses. */
final class TableFiller {
    private static final int ATTEMPTS = 8;
    private static final int SHIFTS = 2;
    /** How many rows are tried one by one where no bulk load succeeds. */
    private static final long SINGLE_ROWS = 200;

    private final Connection connection;
    private final ParentKeys keys;
    private final SeedRequest request;
    private final boolean superuser;

    TableFiller(Connection connection, ParentKeys keys, SeedRequest request, boolean superuser) {
        this.connection = connection;
        this.keys = keys;
        this.request = request;
        this.superuser = superuser;
    }

    Filled fill(Table table) throws SQLException, UnfillableException {
        if (!table.kind().equals("r") && !table.kind().equals("p")) {
            throw new UnfillableException("relation kind '" + table.kind() + "'", "it holds no rows of its own");
        }
        boolean bulk = request.purpose() == Purpose.VOLUME;
        // What such a trigger always sets, no row of production lacks.
        boolean quiet = bulk
                && superuser
                && !table.shapesRows()
                && table.uniques().stream().noneMatch(Unique::deferrable);
        try (Statement session = connection.createStatement()) {
            session.execute("savepoint migrationtest_table");
            try {
                Filled filled = bulk ? volume(table, session, quiet) : exercise(table, session);
                session.execute("release savepoint migrationtest_table");
                keys.changed(table.name());
                keys.changed(table.root());
                return filled;
            } catch (SQLException | UnfillableException failure) {
                if (failure instanceof SQLException lost) {
                    Failures.rethrowIfLost(lost);
                }
                session.execute("rollback to savepoint migrationtest_table; release savepoint migrationtest_table");
                throw failure;
            }
        }
    }

    private Filled volume(Table table, Statement session, boolean quiet) throws SQLException, UnfillableException {
        Existing existing = Existing.read(connection, table);
        Planner planner = new Planner(connection, keys, table, existing);
        Demand demand = Demand.of(request.rowsPerTable(), request.seed());
        RowPlan plan = planner.plan(demand);
        int shifts = 0;
        for (int attempt = 0; attempt < ATTEMPTS && !plan.columns().isEmpty(); attempt++) {
            session.execute(
                    quiet
                            ? "savepoint migrationtest_load; set local session_replication_role = replica"
                            : "savepoint migrationtest_load");
            try {
                long rows = CopyText.load(connection, table, plan);
                if (rows == 0 && plan.rows() > 0) {
                    session.execute("release savepoint migrationtest_load");
                    break;
                }
                session.execute(
                        quiet
                                ? "set local session_replication_role = origin; release savepoint migrationtest_load"
                                : "release savepoint migrationtest_load");
                settle(table, session);
                return new Filled(rows, List.of());
            } catch (SQLException refused) {
                Failures.rethrowIfLost(refused);
                session.execute("rollback to savepoint migrationtest_load; release savepoint migrationtest_load");
                Optional<Demand> better = better(demand, refused, table, shifts);
                shifts += Failures.isTaken(refused) ? 1 : 0;
                if (better.isEmpty()) {
                    break;
                }
                demand = better.get();
                plan = planner.plan(demand);
            }
        }
        return oneByOne(table, existing, session, plan);
    }

    private static Optional<Demand> better(Demand demand, SQLException refused, Table table, int shifts) {
        Optional<String> check = Failures.brokenCheck(refused);
        if (check.isPresent() && !demand.hard().contains(check.get())) {
            boolean known =
                    new Conditions(table, demand).named(check.get(), demand).isPresent();
            return known ? Optional.of(demand.hardened(check.get())) : Optional.empty();
        }
        return Failures.isTaken(refused) && shifts < SHIFTS ? Optional.of(demand.shifted()) : Optional.empty();
    }

    private Filled oneByOne(Table table, Existing existing, Statement session, RowPlan plan)
            throws SQLException, UnfillableException {
        long rows = 0;
        try (RowInserter inserter = new RowInserter(connection, table, plan)) {
            long tries = Math.min(SINGLE_ROWS, Math.max(plan.rows(), Math.min(request.rowsPerTable(), 20)));
            for (long row = 0; row < tries; row++) {
                rows += inserter.insert(plan.usual(row)).isPresent() ? 1 : 0;
            }
            judge(table, existing, rows, inserter);
        }
        settle(table, session);
        return new Filled(rows, List.of());
    }

    private Filled exercise(Table table, Statement session) throws SQLException, UnfillableException {
        Existing existing = Existing.read(connection, table);
        Planner planner = new Planner(connection, keys, table, existing);
        Demand demand = Demand.of(request.rowsPerTable(), request.seed());
        RowPlan plan = planner.plan(demand);
        List<List<String>> inserted = new ArrayList<>();
        long rows = 0;
        int shifts = 0;
        for (int attempt = 0; rows == 0 && attempt < ATTEMPTS; attempt++) {
            try (RowInserter inserter = new RowInserter(connection, table, plan)) {
                for (long row = 0; row < plan.rows(); row++) {
                    Optional<List<String>> key = insertMilder(inserter, plan, row);
                    rows += key.isPresent() ? 1 : 0;
                    key.filter(columns -> !columns.isEmpty()).ifPresent(inserted::add);
                }
                SQLException refused = inserter.refusal().orElse(null);
                Optional<Demand> better =
                        rows > 0 || refused == null ? Optional.empty() : better(demand, refused, table, shifts);
                if (better.isEmpty()) {
                    judge(table, existing, rows, inserter);
                    break;
                }
                shifts += refused != null && Failures.isTaken(refused) ? 1 : 0;
                demand = better.get();
                plan = planner.plan(demand);
            }
        }
        settle(table, session);
        return new Filled(rows, inserted);
    }

    /** An extreme row, and where that is refused an ordinary one. */
    private static Optional<List<String>> insertMilder(RowInserter inserter, RowPlan plan, long row)
            throws SQLException {
        @Nullable String[] extreme = plan.extreme(row);
        Optional<List<String>> key = inserter.insert(extreme);
        return key.isPresent() ? key : inserter.insert(plan.usual(row));
    }

    /** No row at all is right only where every value the table can have was taken before. */
    private void judge(Table table, Existing existing, long rows, RowInserter inserter) throws UnfillableException {
        Optional<SQLException> refusal = inserter.refusal();
        if (rows > 0 || refusal.isEmpty()) {
            return;
        }
        SQLException last = refusal.get();
        boolean full = existing.rows() > 0 && Failures.isTakenIn(table, last);
        if (!full) {
            throw new UnfillableException(
                    Failures.constraint(last, table),
                    "bulk load and single rows were refused, the last with: " + Failures.words(last));
        }
    }

    /**
     * Lets constraints that wait for the commit speak now: the error would come too late, and a table with checks
     * pending cannot be altered by the next migration of the same transaction.
     */
    private static void settle(Table table, Statement session) throws SQLException {
        if (!table.deferred().isEmpty()) {
            String names = String.join(", ", table.deferred());
            session.execute("set constraints " + names + " immediate; set constraints " + names + " deferred");
        }
    }
}
