package org.migrationtest.datagen;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationtest.datagen.catalog.Table;
import org.migrationtest.datagen.catalog.Unique;
import org.migrationtest.seed.ColumnForm;
import org.migrationtest.seed.SeedRequest;
import org.migrationtest.seed.SeedRequest.Purpose;

/** Fills one table: plans, loads, and learns from what the server refuses. */
final class TableFiller {
    private static final int ATTEMPTS = 8;
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
                Filled filled =
                        switch (request.purpose()) {
                            case VOLUME -> volume(table, session, quiet);
                            case HINTED -> onlyHinted(table, session);
                            case EXERCISE -> exercise(table, session);
                        };
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
        Demand demand = demand(table, request.rowsPerTable());
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
                Optional<Demand> better = Refusals.better(demand, refused, table, shifts);
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

    private Filled oneByOne(Table table, Existing existing, Statement session, RowPlan plan)
            throws SQLException, UnfillableException {
        long rows = 0;
        try (RowInserter inserter = new RowInserter(connection, table, plan)) {
            long tries = Math.min(SINGLE_ROWS, Math.max(plan.rows(), Math.min(request.rowsPerTable(), 20)));
            for (long row = 0; row < tries; row++) {
                rows += inserter.insert(plan.usual(row)).isPresent() ? 1 : 0;
            }
            Refusals.judge(table, existing, rows, inserter);
        }
        settle(table, session);
        return new Filled(rows, List.of());
    }

    private Filled exercise(Table table, Statement session) throws SQLException, UnfillableException {
        Existing existing = Existing.read(connection, table);
        Planner planner = new Planner(connection, keys, table, existing);
        List<List<String>> rows = new ArrayList<>(new Exercise(
                        connection,
                        table,
                        planner,
                        existing,
                        request.hints(table.name()).changed())
                .write(demand(table, request.rowsPerTable())));
        rows.addAll(hinted(table));
        settle(table, session);
        return Filled.with(rows);
    }

    private Filled onlyHinted(Table table, Statement session) throws SQLException, UnfillableException {
        List<List<String>> rows = hinted(table);
        settle(table, session);
        return Filled.with(rows);
    }

    private List<List<String>> hinted(Table table) throws SQLException, UnfillableException {
        List<Map<String, Optional<String>>> wanted = request.hints(table.name()).rows();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Planner planner = new Planner(connection, keys, table, Existing.read(connection, table));
        return new HintedRows(connection, table, planner).write(wanted, demand(table, HintedRows.tries(wanted)));
    }

    /** What a row tries out is allowed, so that text has no form but one by type. */
    private Demand demand(Table table, long rows) {
        Map<String, ColumnForm> forms =
                new HashMap<>(request.hints(table.name()).forms());
        if (request.purpose() == Purpose.EXERCISE) {
            forms.keySet().removeIf(name -> table.column(name)
                    .filter(column -> column.type().base().name().startsWith("json"))
                    .isEmpty());
        }
        return Demand.of(rows, request.seed(), forms);
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
