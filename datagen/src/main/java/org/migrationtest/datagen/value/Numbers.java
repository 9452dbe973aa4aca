package org.migrationtest.datagen.value;

import java.time.LocalDate;
import java.util.Locale;

/** Ordered types: what is usual of them and what is allowed. */
final class Numbers {
    private static final long DAY = 86_400_000_000L;
    /** Fixed, since the same seed has to give the same rows on any day. */
    private static final long FIRST_DAY = LocalDate.of(2021, 1, 1).toEpochDay();

    private static final long LAST_DAY = LocalDate.of(2025, 12, 31).toEpochDay();
    private static final long DAY_ONE = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long DAY_LAST = LocalDate.of(9999, 12, 31).toEpochDay();

    private Numbers() {}

    static Linear integer(String column, long least, long most) {
        String name = column.toLowerCase(Locale.ROOT);
        long low = name.endsWith("year") ? 2000 : name.endsWith("port") ? 1024 : 1;
        long high = name.endsWith("year") ? 2025 : name.contains("percent") ? 100 : 1000;
        return new Linear(low, Math.max(low, Math.min(high, most)), least, most, new DecimalScale(0));
    }

    /**
     * Numbers with a fraction.
     *
     * @param precision digits altogether; 0 for no limit
     * @param digits digits after the point
     */
    static Linear decimal(int precision, int digits) {
        int shown = Math.max(0, Math.min(6, digits));
        int whole = precision == 0 ? 11 : Math.max(0, Math.min(11, precision - digits));
        long most = power(whole + shown) - 1;
        return new Linear(Math.min(1, most), Math.min(most, 1000 * power(shown)), -most, most, new DecimalScale(shown));
    }

    static Linear date() {
        return new Linear(FIRST_DAY, LAST_DAY, DAY_ONE, DAY_LAST, TimeScale.DATE);
    }

    static Linear timestamp(TimeScale scale) {
        return new Linear(FIRST_DAY * DAY, (LAST_DAY + 1) * DAY - 1, DAY_ONE * DAY, (DAY_LAST + 1) * DAY - 1, scale);
    }

    static Linear timeOfDay(TimeScale scale) {
        return new Linear(0, DAY - 1, 0, DAY - 1, scale);
    }

    static Linear interval() {
        return new Linear(1_000_000, 100 * DAY, 0, 100_000 * DAY, TimeScale.INTERVAL);
    }

    private static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }
}
