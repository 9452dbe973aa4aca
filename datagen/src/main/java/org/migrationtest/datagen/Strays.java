package org.migrationtest.datagen;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.catalog.Column;
import org.migrationtest.datagen.catalog.Reference;
import org.migrationtest.datagen.catalog.Table;

/** Values of columns that look like references and are none: they point at nothing, and only a foreign key would mind. */
final class Strays {
    private static final String NUMBER = "2000000011";
    private static final String SMALL_NUMBER = "32011";
    private static final String UUID = "00000000-0000-4000-8000-000000000011";

    private final Table table;
    private final RowPlan plan;
    private final Set<String> columns = new LinkedHashSet<>();

    Strays(Table table, RowPlan plan) {
        this.table = table;
        this.plan = plan;
        plan.columns().stream().filter(this::isStray).forEach(columns::add);
    }

    /** The columns that can point at nothing. */
    Set<String> columns() {
        return columns;
    }

    /** The row with these columns pointing at nothing. */
    @Nullable
    String[] stray(@Nullable String[] row, Set<String> which) {
        @Nullable String[] stray = row.clone();
        for (int i = 0; i < stray.length; i++) {
            String column = plan.columns().get(i);
            if (which.contains(column)) {
                stray[i] = table.column(column).flatMap(Strays::nowhere).orElse(stray[i]);
            }
        }
        return stray;
    }

    private boolean isStray(String name) {
        boolean declared = table.references().stream()
                .filter(Reference::declared)
                .anyMatch(reference -> reference.columns().contains(name));
        boolean guessed = table.references().stream()
                .filter(reference -> !reference.declared())
                .anyMatch(reference -> reference.columns().contains(name));
        boolean byName = name.endsWith("_id") && !table.primaryKey().equals(List.of(name));
        return !declared
                && (guessed || byName)
                && table.column(name)
                        .filter(column -> column.sequence() == null)
                        .flatMap(Strays::nowhere)
                        .isPresent();
    }

    private static Optional<String> nowhere(Column column) {
        return switch (column.type().base().name()) {
            case "int2" -> Optional.of(SMALL_NUMBER);
            case "int4", "int8", "numeric", "text", "varchar" -> Optional.of(NUMBER);
            case "uuid" -> Optional.of(UUID);
            default -> Optional.empty();
        };
    }
}
