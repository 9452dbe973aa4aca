package org.migrationtest.run;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How a chain is run.
 *
 * @param rows rows generated for each table when it appears; 0 for none
 * @param seed what generated values are derived from
 * @param exerciseRows rows written to each table a migration changed, before it is rolled back; 0 for none
 * @param timeLimit the longest a step may take
 */
public record ChainSettings(long rows, long seed, int exerciseRows, Duration timeLimit) {
    public ChainSettings {
        requireNonNull(timeLimit, "timeLimit is null");
        if (rows < 0 || exerciseRows < 0) {
            throw new IllegalArgumentException("rows must not be negative, and are " + rows + " and " + exerciseRows);
        }
    }
}
