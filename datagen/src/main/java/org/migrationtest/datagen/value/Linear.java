package org.migrationtest.datagen.value;

import java.util.List;
import java.util.stream.Stream;

/**
 * Values of an ordered type.
 *
 * @param low the lowest usual value, on the scale
 * @param high the highest usual value
 * @param least the lowest allowed
 * @param most the highest allowed
 * @param scale what the numbers mean
 */
public record Linear(long low, long high, long least, long most, Scale scale) implements Domain {
    @Override
    public long size() {
        return high < low ? 0 : Math.min(ENDLESS, high - low + 1);
    }

    @Override
    public String at(long index) {
        return scale.format(low + index);
    }

    @Override
    public List<String> extremes() {
        return Stream.of(most, least).distinct().map(scale::format).toList();
    }

    @Override
    public String longest(long index) {
        return scale.format(most - index);
    }

    /** Without those below the bound; where nothing usual is left, what lies just above it. */
    public Linear atLeast(long bound) {
        long from = Math.max(low, bound);
        long to = high >= from ? high : Math.min(most, from + (high - low));
        return new Linear(from, to, Math.max(least, bound), most, scale);
    }

    /** Without those above the bound; where nothing usual is left, what lies just below it. */
    public Linear atMost(long bound) {
        long to = Math.min(high, bound);
        long from = low <= to ? low : Math.max(least, to - (high - low));
        return new Linear(from, to, least, Math.min(most, bound), scale);
    }

    /** From the bound to the highest allowed, for values that count up. */
    public Linear countingFrom(long bound) {
        return new Linear(Math.max(least, bound), most, least, most, scale);
    }

    /** One of several bands that do not touch, the first the lowest: what keeps columns in order row by row. */
    public Linear band(int band, int bands) {
        long width = Math.max(1, (high - low + 1) / bands);
        long from = low + band * width;
        boolean last = band == bands - 1;
        long to = last ? Math.max(high, from) : from + width - 1;
        return new Linear(from, to, band == 0 ? least : from, last ? most : to, scale);
    }
}
