package org.migrationtest.benchmark;

import java.time.Duration;
import java.util.Locale;

/**
 * What was measured of one chain.
 *
 * @param chain the chain
 * @param server the version of the server it ran on
 * @param steps ups and downs of one round trip of all its migrations
 * @param toolMillis the tool alone, all migrations in one call; NaN where not measured
 * @param up the tool through a session, up only
 * @param roundTrips the tool through a session, up, down, up
 * @param framework the framework's round trip, filling included
 * @param copied round trips the framework made on copies of the database instead of in one transaction
 * @param opening what the framework does before the first migration
 * @param unwinding the whole chain down and up again
 */
record Figures(
        MeasuredChain chain,
        String server,
        int steps,
        double toolMillis,
        Timing up,
        Timing roundTrips,
        Timing framework,
        long copied,
        Duration opening,
        Duration unwinding) {
    @Override
    public String toString() {
        int migrations = framework.each().size();
        double overhead = framework.totalMillis() - roundTrips.totalMillis() - roundTrips.fillingMillis();
        StringBuilder text = new StringBuilder();
        line(text, "%n%s: %d migrations, %d steps, PostgreSQL %s", chain.name(), migrations, steps, server);
        line(text, "  %-36s %9s %11s %9s %9s", "", "total ms", "a migration", "first 1/4", "last 1/4");
        if (!Double.isNaN(toolMillis)) {
            line(text, "  %-36s %9.0f %11.1f", "the tool in one call", toolMillis, toolMillis / migrations);
        }
        row(text, "bare, up", up);
        row(text, "bare, up, down, up", roundTrips);
        line(text, "  %-36s %9.0f", "filling tables, %d rows each".formatted(chain.rows()), roundTrips.fillingMillis());
        row(text, "framework", framework);
        line(text, "  %-36s %9d", "  round trips on copies", copied);
        line(text, "  %-36s %9.0f", "  beside it: opening", opening.toNanos() / 1e6);
        line(text, "  %-36s %9.0f", "  beside it: whole chain down and up", unwinding.toNanos() / 1e6);
        line(
                text,
                "  overhead: %+.0f %%, %.1f ms a migration, %.1f ms a step",
                100 * overhead / (roundTrips.totalMillis() + roundTrips.fillingMillis()),
                overhead / migrations,
                overhead / steps);
        return text.toString();
    }

    private static void row(StringBuilder text, String name, Timing timing) {
        line(
                text,
                "  %-36s %9.0f %11.1f %9.1f %9.1f",
                name,
                timing.totalMillis(),
                timing.totalMillis() / timing.each().size(),
                timing.firstQuarterMillis(),
                timing.lastQuarterMillis());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
