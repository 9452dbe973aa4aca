package org.migrationtest.datagen;

import java.sql.SQLException;
import java.util.Optional;
import org.migrationtest.datagen.catalog.Table;

/** What is learned from rows that the server refused. */
final class Refusals {
    private static final int SHIFTS = 2;

    private Refusals() {}

    /**
     * What to try next; empty if nothing is learned.
     *
     * @param shifts how often values were taken before
     */
    static Optional<Demand> better(Demand demand, SQLException refused, Table table, int shifts) {
        Optional<String> check = Failures.brokenCheck(refused);
        if (check.isPresent() && !demand.hard().contains(check.get())) {
            boolean known =
                    new Conditions(table, demand).named(check.get(), demand).isPresent();
            return known ? Optional.of(demand.hardened(check.get())) : Optional.empty();
        }
        return Failures.isTaken(refused) && shifts < SHIFTS ? Optional.of(demand.shifted()) : Optional.empty();
    }

    /** No row at all is right only where every value the table can have was taken before. */
    static void judge(Table table, Existing existing, long rows, RowInserter inserter) throws UnfillableException {
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
}
