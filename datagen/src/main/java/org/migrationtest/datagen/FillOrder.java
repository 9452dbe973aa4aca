package org.migrationtest.datagen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.migrationtest.datagen.catalog.Column;
import org.migrationtest.datagen.catalog.Reference;
import org.migrationtest.datagen.catalog.Table;
import org.migrationtest.schema.TableName;

/** Parents before children; a cycle is cut where a reference may be NULL, or is only a guess. */
final class FillOrder {
    private FillOrder() {}

    static List<Table> of(List<Table> tables) {
        List<Table> waiting = new ArrayList<>(tables);
        waiting.sort(Comparator.comparing(Table::name));
        List<Table> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Set<TableName> missing = new HashSet<>();
            waiting.forEach(table -> missing.addAll(Set.copyOf(List.of(table.name(), table.root()))));
            Table next = waiting.stream()
                    .min(Comparator.comparingLong(table -> cost(table, missing)))
                    .orElseThrow();
            waiting.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    /** What is lost if this table comes before the missing ones. */
    private static long cost(Table table, Set<TableName> missing) {
        long cost = 0;
        for (Reference reference : table.references()) {
            boolean own = reference.parent().equals(table.name())
                    || reference.parent().equals(table.root());
            if (!own && missing.contains(reference.parent())) {
                cost += weight(table, reference);
            }
        }
        return cost;
    }

    private static long weight(Table table, Reference reference) {
        if (!reference.declared()) {
            return 1;
        }
        Set<String> columns = new TreeSet<>(reference.columns());
        boolean optional = table.columns().stream()
                .filter(column -> columns.contains(column.name()))
                .anyMatch((Column column) -> !column.notNull());
        return optional ? 1_000 : 1_000_000;
    }
}
