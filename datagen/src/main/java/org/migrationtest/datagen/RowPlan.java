package org.migrationtest.datagen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every new row of a table holds. Rows are numbered from 0; any row can be had alone. */
final class RowPlan {
    private final List<String> columns;
    private final List<Field> fields;
    private final List<SelfReference> selfReferences;
    private final long rows;
    private final Map<String, Place> places = new HashMap<>();

    private record Place(Field field, int position) {}

    RowPlan(List<Field> fields, List<SelfReference> selfReferences, long rows) {
        this.fields = List.copyOf(fields);
        this.selfReferences = List.copyOf(selfReferences);
        this.rows = rows;
        List<String> all = new ArrayList<>();
        for (Field field : fields) {
            for (int i = 0; i < field.columns().size(); i++) {
                places.put(field.columns().get(i), new Place(field, i));
                all.add(field.columns().get(i));
            }
        }
        selfReferences.forEach(reference -> all.addAll(reference.columns()));
        this.columns = List.copyOf(all);
    }

    /** The columns that get a value, in the order of a row's values. */
    List<String> columns() {
        return columns;
    }

    /** How many rows there can be of those asked for. */
    long rows() {
        return rows;
    }

    @Nullable
    String[] usual(long row) {
        return row(row, Field::usual);
    }

    /** A usual row in which nothing is NULL that need not be. */
    @Nullable
    String[] full(long row) {
        return row(row, Field::full);
    }

    @Nullable
    String[] extreme(long row) {
        return row(row, Field::extreme);
    }

    private interface Choice {
        @Nullable
        String of(Field field, long row, int position);
    }

    private @Nullable String[] row(long row, Choice choice) {
        @Nullable String[] values = new @Nullable String[columns.size()];
        int next = 0;
        for (Field field : fields) {
            for (int i = 0; i < field.columns().size(); i++) {
                values[next++] = choice.of(field, row, i);
            }
        }
        for (SelfReference reference : selfReferences) {
            long target = reference.target(row);
            for (int i = 0; i < reference.columns().size(); i++) {
                Place place = places.get(reference.targets().get(i));
                boolean none = place == null
                        || reference.isNull(row, reference.columns().get(i));
                values[next++] = none || place == null ? null : choice.of(place.field, target, place.position);
            }
        }
        return values;
    }
}
