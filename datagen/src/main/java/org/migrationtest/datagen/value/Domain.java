package org.migrationtest.datagen.value;

import java.util.List;
import java.util.function.LongFunction;

/** The values a column may take, numbered from 0; different numbers give different values. Immutable. */
public interface Domain {
    /** Large enough for any table, small enough to calculate with. */
    long ENDLESS = 1L << 60;

    /** How many values there are; 0 where constraints leave none. */
    long size();

    /**
     * A value as the engine reads it in text form.
     *
     * @param index from 0 to {@link #size()} - 1
     */
    String at(long index);

    /** The edges of what is allowed, the most telling first, each at most once, for rows that try the schema out; empty where nothing is extreme. */
    default List<String> extremes() {
        return List.of();
    }

    /** A value as long or as large as it may be that still differs for every index. */
    default String longest(long index) {
        return at(index);
    }

    /** These values, from a function. */
    static Domain of(long size, LongFunction<String> at) {
        return new Domain() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public String at(long index) {
                return at.apply(index);
            }
        };
    }
}
