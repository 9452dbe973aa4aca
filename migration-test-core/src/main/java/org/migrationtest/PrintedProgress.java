package org.migrationtest;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.migration.MigrationGroup;

/** Tells a person who waits how far a check is, and no one who does not. */
final class PrintedProgress implements MigrationCheck.Progress {
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private long said;

    /**
     * @param terminal whether a line can be written over
     * @param nanos a clock in nanoseconds
     */
    PrintedProgress(PrintStream out, boolean terminal, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
        this.said = nanos.getAsLong();
    }

    @Override
    public synchronized void begins(EngineVersion engine, Optional<MigrationGroup> group, int at, int of) {
        String line = engine + ": " + at + " of " + of + " migrations done, now "
                + group.map(MigrationGroup::label).orElse("the whole chain");
        if (terminal) {
            overwrite(line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line);
        } else if (nanos.getAsLong() - said >= PAUSE.toNanos()) {
            said = nanos.getAsLong();
            out.println(line);
        }
    }

    @Override
    public synchronized void ends(EngineVersion engine) {
        if (terminal) {
            overwrite("");
            out.print('\r');
            out.flush();
        }
    }

    private void overwrite(String line) {
        out.print('\r' + line + " ".repeat(WIDTH - line.length()));
        out.flush();
    }

    /** Before Java 22 there is no console where nobody looks at one; since then there is, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException beforeJava22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
