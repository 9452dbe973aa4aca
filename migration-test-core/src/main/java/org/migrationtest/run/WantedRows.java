package org.migrationtest.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.migrationtest.sql.StatementFacts;

/** Rows of a table that statements look for: the values that one statement names are put into one row. */
final class WantedRows {
    private static final int PER_STATEMENT = 6;
    private static final int PER_TABLE = 20;

    private final Set<String> columns;
    private final Set<Map<String, Optional<String>>> rows = new LinkedHashSet<>();

    /** @param columns the table's columns */
    WantedRows(Set<String> columns) {
        this.columns = columns;
    }

    /**
     * Adds rows that a way up looks for.
     *
     * @param usable which values of which columns may be used; NULL always may
     */
    void add(StatementFacts statement, BiPredicate<String, String> usable) {
        combine(values(statement, usable));
    }

    /** Adds rows that a way back looks for; NULL alone says nothing of who wrote it. */
    void addUnlessNull(StatementFacts statement, BiPredicate<String, String> usable) {
        Map<String, List<Optional<String>>> values = values(statement, usable);
        if (values.values().stream().flatMap(List::stream).anyMatch(Optional::isPresent)) {
            combine(values);
        }
    }

    /** Adds a row for each of these values. */
    void add(String column, List<String> values) {
        if (columns.contains(column)) {
            combine(Map.of(column, values.stream().map(Optional::of).toList()));
        }
    }

    private Map<String, List<Optional<String>>> values(StatementFacts statement, BiPredicate<String, String> usable) {
        Map<String, List<Optional<String>>> values = new LinkedHashMap<>();
        statement.compared().forEach((column, compared) -> {
            List<Optional<String>> left = compared.stream()
                    .filter(value -> value.isEmpty() || usable.test(column, value.get()))
                    .toList();
            if (columns.contains(column) && !left.isEmpty()) {
                values.put(column, left);
            }
        });
        return values;
    }

    private void combine(Map<String, List<Optional<String>>> values) {
        int most = values.values().stream().mapToInt(List::size).max().orElse(0);
        for (int number = 0; number < Math.min(most, PER_STATEMENT) && rows.size() < PER_TABLE; number++) {
            Map<String, Optional<String>> row = new LinkedHashMap<>();
            for (Map.Entry<String, List<Optional<String>>> column : values.entrySet()) {
                row.put(
                        column.getKey(),
                        column.getValue().get(number % column.getValue().size()));
            }
            rows.add(row);
        }
    }

    List<Map<String, Optional<String>>> rows() {
        return new ArrayList<>(rows);
    }
}
