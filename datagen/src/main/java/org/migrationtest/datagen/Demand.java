package org.migrationtest.datagen;

import java.util.HashSet;
import java.util.Set;
import org.migrationtest.datagen.catalog.Table;
import org.migrationtest.datagen.value.Hash;

/**
 * What is wanted of a table, and what earlier attempts taught about it.
 *
 * @param rows rows to add
 * @param seed what values are derived from
 * @param shift how far to move on from the values used before, after they turned out to be taken
 * @param hard constraints whose text says less than it seems, so that the server is asked what it accepts
 * @param avoided partial unique indexes whose predicate rows had better not meet
 */
record Demand(long rows, long seed, long shift, Set<String> hard, Set<String> avoided) {
    Demand {
        hard = Set.copyOf(hard);
        avoided = Set.copyOf(avoided);
    }

    static Demand of(long rows, long seed) {
        return new Demand(rows, seed, 0, Set.of(), Set.of());
    }

    /** A key for one decision about the table. */
    long key(Table table, String what) {
        return Hash.key(seed, table.name().schema(), table.name().name(), what);
    }

    Demand hardened(String constraint) {
        return new Demand(rows, seed, shift, with(hard, constraint), avoided);
    }

    Demand avoiding(String index) {
        return new Demand(rows, seed, shift, hard, with(avoided, index));
    }

    Demand shifted() {
        return new Demand(rows, seed, shift * 31 + 10_007, hard, avoided);
    }

    private static Set<String> with(Set<String> set, String more) {
        Set<String> all = new HashSet<>(set);
        all.add(more);
        return all;
    }
}
