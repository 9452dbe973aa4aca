package org.migrationtest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** That statements are cancelled is seen in {@link TroubleTest}. */
class TimeLimitTest {
    @Test
    void work_that_waits_outside_of_the_database_is_interrupted_and_the_thread_can_be_used_again() {
        AtomicBoolean interrupted = new AtomicBoolean();
        try (TimeLimit limit = new TimeLimit(Duration.ofMillis(50))) {
            limit.watch(() -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException asked) {
                    interrupted.set(true);
                    Thread.currentThread().interrupt();
                }
            });
            assertThat(limit.exceeded()).isTrue();
            assertThat(limit.told())
                    .isEqualTo("it did not end within the time limit of 50 ms (@TimeLimit, migrationtest.timeLimit, or"
                            + " timeLimit(...)) and was cancelled");
        }
        assertThat(interrupted).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void work_that_ends_in_time_is_left_alone() {
        try (TimeLimit limit = new TimeLimit(Duration.ofMinutes(1))) {
            limit.watch(() -> assertThat(Thread.currentThread().isInterrupted()).isFalse());
            assertThat(limit.exceeded()).isFalse();
        }
    }
}
