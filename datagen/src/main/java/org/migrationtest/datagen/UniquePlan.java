package org.migrationtest.datagen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.migrationtest.datagen.Field.Turn;
import org.migrationtest.datagen.catalog.Column;
import org.migrationtest.datagen.catalog.Table;
import org.migrationtest.datagen.catalog.Tokens;
import org.migrationtest.datagen.catalog.Unique;

/**
 * Makes rows differ wherever they have to: for each unique index one field that differs for every row, or several that
 * take turns like the digits of a number.
 */
final class UniquePlan {
    private final Table table;
    private final long start;
    private final List<Field> fields;
    private final List<Set<List<String>>> radixes = new ArrayList<>();
    private long rows;

    UniquePlan(Table table, List<Field> fields, long rows, long start) {
        this.table = table;
        this.fields = new ArrayList<>(fields);
        this.rows = rows;
        this.start = start;
    }

    List<Field> fields() {
        return fields;
    }

    /** How many rows can differ, of those asked for. */
    long rows() {
        return rows;
    }

    /**
     * Arranges the fields for all indexes but those to be avoided.
     *
     * @return a partial index that would allow fewer rows, whose predicate rows had better not meet; empty if none
     */
    Optional<Unique> arrange(Set<String> avoided) {
        List<Unique> smallestFirst = table.uniques().stream()
                .filter(unique -> !avoided.contains(unique.name()))
                .sorted(Comparator.comparing(unique -> unique.columns().size()))
                .toList();
        for (Unique unique : smallestFirst) {
            long before = rows;
            arrange(unique);
            if (rows < before && unique.predicate() != null) {
                return Optional.of(unique);
            }
        }
        return Optional.empty();
    }

    private void arrange(Unique unique) {
        Set<String> columns = written(unique);
        if (unique.nullsEqual()) {
            fields.replaceAll(field -> field.withoutNull(columns));
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).columns().stream().anyMatch(columns::contains)) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return;
        }
        Optional<Integer> carrier = places.stream()
                .filter(place -> fields.get(place).tuples().size() >= rows)
                .filter(place -> fields.get(place).turn().divisor() == 1 && !inRadix(fields.get(place)))
                .filter(place -> differsWithin(fields.get(place), columns))
                .min(Comparator.comparing((Integer place) -> rank(fields.get(place))));
        if (carrier.isPresent()) {
            Field field = fields.get(carrier.get());
            fields.set(carrier.get(), field.withTurn(field.counts() ? field.turn() : Turn.counting(start)));
        } else {
            mixedRadix(places);
        }
    }

    private void mixedRadix(List<Integer> places) {
        Set<List<String>> within = new LinkedHashSet<>();
        places.forEach(place -> within.add(fields.get(place).columns()));
        if (radixes.stream().anyMatch(within::containsAll)) {
            return;
        }
        long product = 1;
        Set<List<String>> digits = new LinkedHashSet<>();
        for (int place : places) {
            Field field = fields.get(place);
            if (!inRadix(field)) {
                fields.set(place, field.withTurn(new Turn(Turn.Kind.COUNTING, start, product)));
                digits.add(field.columns());
                long size = field.tuples().size();
                product = size > Long.MAX_VALUE / product ? Long.MAX_VALUE : product * size;
            }
        }
        radixes.add(digits);
        rows = Math.min(rows, product);
    }

    private boolean inRadix(Field field) {
        return radixes.stream().anyMatch(radix -> radix.contains(field.columns()));
    }

    /** A tuple tells rows apart by those of its columns that are in the index. */
    private static boolean differsWithin(Field field, Set<String> columns) {
        return !(field.tuples() instanceof Tuples.Listed listed)
                || columns.containsAll(field.columns())
                || distinct(listed, field, columns) == listed.size();
    }

    private static long distinct(Tuples.Listed listed, Field field, Set<String> columns) {
        return listed.rows().stream()
                .map(row -> {
                    List<String> key = new ArrayList<>();
                    for (int i = 0; i < row.length; i++) {
                        if (columns.contains(field.columns().get(i))) {
                            key.add(String.valueOf(row[i]));
                        }
                    }
                    return key;
                })
                .distinct()
                .count();
    }

    /** What carries uniqueness best: what counts already, then a value of its own, a reference last. */
    private static int rank(Field field) {
        if (field.counts()) {
            return 0;
        }
        return field.tuples() instanceof Tuples.Single ? 1 : 2;
    }

    private Set<String> written(Unique unique) {
        return written(table, unique);
    }

    /** The columns an index reads, a generated one replaced by those it is computed from. */
    static Set<String> written(Table table, Unique unique) {
        Set<String> names = new LinkedHashSet<>();
        table.columns().forEach(column -> names.add(column.name()));
        Set<String> written = new LinkedHashSet<>();
        for (String name : unique.columns()) {
            Optional<Column> column = table.column(name).filter(Column::generated);
            String expression = column.map(Column::defaultExpression).orElse(null);
            written.addAll(expression == null ? Set.of(name) : Tokens.columns(expression, names));
        }
        return written;
    }
}
