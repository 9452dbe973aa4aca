package org.migrationtest.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.migrationtest.lock.HeldLock;

/**
 * One statement that a migration sent.
 *
 * @param sql its text
 * @param duration from sending to the answer
 * @param rows rows it inserted, updated or deleted, where the engine said so
 * @param locks the locks its session held right after it and had not been seen to hold before in the same step
 * @param blindSpot why the locks are not all that were taken, or empty where they are; a statement that committed by
 *     itself has released its locks before they could be read, and "no lock" must never be concluded from that
 */
public record StatementEvidence(
        String sql, Duration duration, OptionalLong rows, List<HeldLock> locks, String blindSpot) {
    public StatementEvidence {
        requireNonNull(sql, "sql is null");
        requireNonNull(duration, "duration is null");
        requireNonNull(rows, "rows is null");
        requireNonNull(blindSpot, "blindSpot is null");
        locks = List.copyOf(locks);
    }
}
