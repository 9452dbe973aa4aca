package org.migrationtest.datagen.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.OptionalLong;

/** Days for dates, microseconds for the rest. */
enum TimeScale implements Scale {
    DATE(1) {
        @Override
        public String format(long days) {
            return LocalDate.ofEpochDay(days).toString();
        }

        @Override
        long number(String literal) {
            return LocalDate.parse(literal.substring(0, Math.min(10, literal.length())))
                    .toEpochDay();
        }
    },
    TIMESTAMP(3_600_000_000L) {
        @Override
        public String format(long micros) {
            return TEXT.format(at(micros));
        }

        @Override
        long number(String literal) {
            return micros(literal);
        }
    },
    TIMESTAMPTZ(3_600_000_000L) {
        @Override
        public String format(long micros) {
            return TEXT.format(at(micros)) + "+00";
        }

        @Override
        long number(String literal) {
            return micros(literal);
        }
    },
    TIME(60_000_000L) {
        @Override
        public String format(long micros) {
            return LocalTime.ofNanoOfDay(micros * 1000).toString();
        }

        @Override
        long number(String literal) {
            return LocalTime.parse(literal).toNanoOfDay() / 1000;
        }
    },
    TIMETZ(60_000_000L) {
        @Override
        public String format(long micros) {
            return TIME.format(micros) + "+00";
        }

        @Override
        long number(String literal) {
            return TIME.number(literal);
        }
    },
    INTERVAL(3_600_000_000L) {
        @Override
        public String format(long micros) {
            return micros / 1_000_000 + "." + String.format("%06d", micros % 1_000_000) + " seconds";
        }

        @Override
        long number(String literal) {
            return TIME.number(literal);
        }
    };

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter LITERAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[ HH:mm:ss]")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .appendPattern("[xxx][x]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .toFormatter();

    private final long stride;

    TimeScale(long stride) {
        this.stride = stride;
    }

    abstract long number(String literal);

    @Override
    public OptionalLong parse(String literal) {
        try {
            return OptionalLong.of(number(literal));
        } catch (DateTimeParseException notOfThisScale) {
            return OptionalLong.empty();
        }
    }

    @Override
    public long stride() {
        return stride;
    }

    private static LocalDateTime at(long micros) {
        long second = Math.floorDiv(micros, 1_000_000);
        return LocalDateTime.ofEpochSecond(second, (int) (micros - second * 1_000_000) * 1000, ZoneOffset.UTC);
    }

    private static long micros(String literal) {
        TemporalAccessor parsed = LITERAL.parseBest(literal, OffsetDateTime::from, LocalDateTime::from);
        Instant instant = parsed instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
