package org.migrationtest.datagen;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.migrationtest.datagen.catalog.Table;
import org.migrationtest.datagen.value.Hash;
import org.migrationtest.seed.ColumnForm;

/**
 * What is wanted of a table, and what earlier attempts taught about it.
 *
 * @param rows rows to add
 * @param seed what values are derived from
 * @param shift how far to move on from the values used before, after they turned out to be taken
 * @param hard constraints whose text says less than it seems, so that the server is asked what it accepts
 * @param avoided partial unique indexes whose predicate rows had better not meet
 * @param forms by column how its values read, where that is known
 */
record Demand(long rows, long seed, long shift, Set<String> hard, Set<String> avoided, Map<String, ColumnForm> forms) {
    Demand {
        hard = Set.copyOf(hard);
        avoided = Set.copyOf(avoided);
        forms = Map.copyOf(forms);
    }

    static Demand of(long rows, long seed, Map<String, ColumnForm> forms) {
        return new Demand(rows, seed, 0, Set.of(), Set.of(), forms);
    }

    /** A key for one decision about the table. */
    long key(Table table, String what) {
        return Hash.key(seed, table.name().schema(), table.name().name(), what);
    }

    Demand hardened(String constraint) {
        return new Demand(rows, seed, shift, with(hard, constraint), avoided, forms);
    }

    Demand avoiding(String index) {
        return new Demand(rows, seed, shift, hard, with(avoided, index), forms);
    }

    Demand shifted() {
        return new Demand(rows, seed, shift * 31 + 10_007, hard, avoided, forms);
    }

    private static Set<String> with(Set<String> set, String more) {
        Set<String> all = new HashSet<>(set);
        all.add(more);
        return all;
    }
}
