package org.migrationtest.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * How long a run took.
 *
 * @param name what ran
 * @param each the time of each migration, in order
 * @param filling the time it took to fill tables, in {@code each} for the framework and beside it for bare runs
 */
record Timing(String name, List<Duration> each, Duration filling) {
    Timing {
        each = List.copyOf(each);
    }

    double totalMillis() {
        return sum(each);
    }

    double fillingMillis() {
        return filling.toNanos() / 1e6;
    }

    /** The mean over the first quarter of the chain, where the schema is small. */
    double firstQuarterMillis() {
        return sum(each.subList(0, quarter())) / quarter();
    }

    /** The mean over the last quarter of the chain, where the schema is large. */
    double lastQuarterMillis() {
        return sum(each.subList(each.size() - quarter(), each.size())) / quarter();
    }

    private int quarter() {
        return Math.max(1, each.size() / 4);
    }

    private static double sum(List<Duration> durations) {
        return durations.stream().mapToLong(Duration::toNanos).sum() / 1e6;
    }
}
