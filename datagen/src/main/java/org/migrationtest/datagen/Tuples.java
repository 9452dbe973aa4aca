package org.migrationtest.datagen;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.value.Domain;

/** Values for one or more columns that are chosen together, numbered from 0. */
sealed interface Tuples {
    long size();

    @Nullable
    String at(long index, int position);

    /**
     * One column's values.
     *
     * @param domain the values
     */
    record Single(Domain domain) implements Tuples {
        @Override
        public long size() {
            return domain.size();
        }

        @Override
        public String at(long index, int position) {
            return domain.at(index);
        }
    }

    /**
     * Values that were read from the server: a parent's keys, or what a CHECK accepted.
     *
     * @param rows a tuple a row
     */
    record Listed(List<@Nullable String[]> rows) implements Tuples {
        @Override
        public long size() {
            return rows.size();
        }

        @Override
        public @Nullable String at(long index, int position) {
            return rows.get((int) index)[position];
        }
    }
}
