package org.migrationtest.run;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels the statement that runs when a step takes longer than it may, and again until the step gives up; interrupts a
 * step that waits for something else, as a migration in Java may.
 */
final class TimeLimit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TimeLimit.class);
    private static final long AGAIN_MILLIS = 500;

    private final Duration limit;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "migration-test time limit");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();
    private final Object worker = new Object();
    private @Nullable Thread working;
    private volatile boolean exceeded;

    TimeLimit(Duration limit) {
        this.limit = limit;
    }

    /** This statement is the one to cancel. */
    void running(Statement statement) {
        running.set(statement);
    }

    /** No statement is running. */
    void idle() {
        running.set(null);
    }

    /** Whether the last watched work was cancelled. */
    boolean exceeded() {
        return exceeded;
    }

    /** What to tell of work that was cancelled. */
    String told() {
        String length = limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
        return "it did not end within the time limit of " + length
                + " (@TimeLimit, migrationtest.timeLimit, or timeLimit(...)) and was cancelled";
    }

    /** Does the work, watched. */
    void watch(Runnable work) {
        exceeded = false;
        begins(Thread.currentThread());
        ScheduledFuture<?> alarm =
                watch.scheduleWithFixedDelay(this::cancel, limit.toMillis(), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        try {
            work.run();
        } finally {
            alarm.cancel(false);
            begins(null);
            if (exceeded) {
                // Ours, and meant for what has just ended.
                Thread.interrupted();
            }
        }
    }

    private void begins(@Nullable Thread thread) {
        synchronized (worker) {
            working = thread;
        }
    }

    private void cancel() {
        synchronized (worker) {
            Thread thread = working;
            if (thread == null) {
                return;
            }
            exceeded = true;
            Statement statement = running.get();
            if (statement == null) {
                thread.interrupt();
            } else {
                cancel(statement);
            }
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            LOG.debug("the statement could not be cancelled; it is tried again", e);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
