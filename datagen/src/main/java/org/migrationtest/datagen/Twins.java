package org.migrationtest.datagen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.catalog.Table;
import org.migrationtest.datagen.catalog.Tokens;
import org.migrationtest.datagen.catalog.Unique;

/**
 * Rows that are equal to another one in every column but those in which the unique keys of today demand a difference. What
 * a way back makes unique again, and was not unique in between, fails on them.
 */
final class Twins {
    private static final int MOST = 6;
    /** How many rows are looked through for a value that differs. */
    private static final int LOOKED_AT = 16;

    private final Table table;
    private final RowPlan plan;
    private final List<Set<String>> differences;

    Twins(Table table, RowPlan plan) {
        this.table = table;
        this.plan = plan;
        this.differences = differences(keys());
    }

    /**
     * The sets of columns in which twins may differ, never empty: the last column of a key first, then each of the others.
     */
    List<Set<String>> differences() {
        return differences;
    }

    /**
     * A twin.
     *
     * @param row from which row on the values are taken in which it differs
     */
    @Nullable
    String[] twin(@Nullable String[] like, Set<String> different, long row) {
        @Nullable String[] twin = like.clone();
        for (int i = 0; i < twin.length; i++) {
            if (different.contains(plan.columns().get(i))) {
                twin[i] = another(like[i], i, row);
            }
        }
        return twin;
    }

    private @Nullable String another(@Nullable String value, int column, long row) {
        for (long next = row; next < row + LOOKED_AT; next++) {
            @Nullable String other = plan.full(next)[column];
            if (other != null && !Objects.equals(other, value)) {
                return other;
            }
        }
        return value;
    }

    /**
     * The columns of each key that reads some and gets their values from the plan. Of a partial one also those of its
     * predicate: where that does not hold, no difference is needed.
     */
    private List<List<String>> keys() {
        Set<String> names = new LinkedHashSet<>();
        table.columns().forEach(column -> names.add(column.name()));
        List<List<String>> keys = new ArrayList<>();
        for (Unique unique : table.uniques()) {
            String predicate = unique.predicate();
            Set<String> columns = new LinkedHashSet<>(predicate == null ? Set.of() : Tokens.columns(predicate, names));
            columns.addAll(UniquePlan.written(table, unique));
            if (!columns.isEmpty() && plan.columns().containsAll(columns)) {
                keys.add(List.copyOf(columns));
            }
        }
        keys.sort(Comparator.comparing(List::size));
        return keys;
    }

    private static List<Set<String>> differences(List<List<String>> keys) {
        Set<Set<String>> all = new LinkedHashSet<>();
        all.add(difference(keys, Set.of()));
        for (List<String> key : keys) {
            for (String column : key) {
                all.add(difference(keys, Set.of(column)));
            }
        }
        return all.stream().limit(MOST).toList();
    }

    private static Set<String> difference(List<List<String>> keys, Set<String> wanted) {
        Set<String> different = new HashSet<>(wanted);
        for (List<String> key : keys) {
            if (key.stream().noneMatch(different::contains)) {
                different.add(key.get(key.size() - 1));
            }
        }
        return different;
    }
}
