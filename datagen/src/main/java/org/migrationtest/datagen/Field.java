package org.migrationtest.datagen;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.value.Domain;
import org.migrationtest.datagen.value.Hash;

/**
 * Columns of a row that are chosen together, and how: a pure function of the row's number.
 *
 * @param columns the columns
 * @param tuples what there is to choose from
 * @param nullable those of the columns that are NULL now and then
 * @param turn how a row finds its tuple
 * @param unique whether no two rows may have the same
 * @param key what the choice is derived from
 */
record Field(List<String> columns, Tuples tuples, Set<String> nullable, Turn turn, boolean unique, long key) {
    /** One row in so many is NULL where it may be; never the first, so that there is always a value to look at. */
    private static final long NULL_SHARE = 10;

    private static final long NULL_SALT = 0x5DEECE66DL;

    /**
     * How rows take turns.
     *
     * @param kind the way
     * @param start the turn of row 0
     * @param divisor how many rows in a row have the same
     */
    record Turn(Kind kind, long start, long divisor) {
        enum Kind {
            SCATTERED,
            COUNTING
        }

        static Turn scattered(long start) {
            return new Turn(Kind.SCATTERED, start, 1);
        }

        static Turn counting(long start) {
            return new Turn(Kind.COUNTING, start, 1);
        }
    }

    Field {
        columns = List.copyOf(columns);
        nullable = Set.copyOf(nullable);
    }

    Field withTurn(Turn other) {
        return new Field(columns, tuples, nullable, other, true, key);
    }

    Field withoutNull(Set<String> notNull) {
        Set<String> left = nullable.stream()
                .filter(column -> !notNull.contains(column))
                .collect(java.util.stream.Collectors.toSet());
        return new Field(columns, tuples, left, turn, unique, key);
    }

    boolean counts() {
        return turn.kind() == Turn.Kind.COUNTING;
    }

    @Nullable
    String usual(long row, int position) {
        long number = turn.start() + row;
        boolean none = number > 0 && Hash.below(Hash.at(key ^ NULL_SALT, number), NULL_SHARE) == 0;
        return none && nullable.contains(columns.get(position)) ? null : tuples.at(index(row), position);
    }

    /** A usual value that is not NULL, unless nothing else is to be had. */
    @Nullable
    String full(long row, int position) {
        return tuples.at(index(row), position);
    }

    /** A value at the edge of what is allowed; the first row has NULL wherever it may. */
    @Nullable
    String extreme(long row, int position) {
        boolean mayBeNull = nullable.contains(columns.get(position));
        if (row == 0 && mayBeNull) {
            return null;
        }
        if (!(tuples instanceof Tuples.Single single)) {
            return tuples.at(index(row), position);
        }
        Domain domain = single.domain();
        List<String> extremes = domain.extremes();
        if (unique) {
            return domain.longest(index(row));
        }
        long turns = mayBeNull ? row - 1 : row;
        return extremes.isEmpty() ? domain.at(index(row)) : extremes.get((int) (turns % extremes.size()));
    }

    private long index(long row) {
        long number = turn.start() + row;
        return counts() ? number / turn.divisor() % tuples.size() : Hash.below(Hash.at(key, number), tuples.size());
    }
}
