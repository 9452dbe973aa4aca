package org.migrationtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.migration.MigrationId;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.migration.WayBack;

class PrintedProgressTest {
    private static final EngineVersion ENGINE = EngineVersion.parse("postgres:17");
    private static final Optional<MigrationGroup> GROUP = Optional.of(MigrationGroup.of(new Migration(
            new MigrationId("7"),
            "V7 add full name",
            new ScriptLocation("V7__add_full_name.sql", Optional.empty(), 1),
            new WayBack.Generated(),
            false,
            Optional.empty(),
            "")));

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private Duration now = Duration.ofHours(-5);

    @Test
    void a_short_check_prints_nothing() {
        PrintedProgress progress = new PrintedProgress(out, false, () -> now.toNanos());
        progress.begins(ENGINE, GROUP, 0, 20);
        now = now.plusSeconds(9);
        progress.begins(ENGINE, GROUP, 1, 20);
        progress.ends(ENGINE);
        assertThat(text()).isEmpty();
    }

    @Test
    void a_long_check_prints_a_line_every_ten_seconds() {
        PrintedProgress progress = new PrintedProgress(out, false, () -> now.toNanos());
        for (int at = 0; at < 5; at++) {
            progress.begins(ENGINE, GROUP, at, 20);
            now = now.plusSeconds(6);
        }
        progress.begins(ENGINE, Optional.empty(), 20, 20);
        assertThat(text().lines())
                .containsExactly(
                        "postgres:17: 2 of 20 migrations done, now V7 add full name",
                        "postgres:17: 4 of 20 migrations done, now V7 add full name");
    }

    @Test
    void a_terminal_has_one_line_that_is_written_over_and_gone_at_the_end() {
        PrintedProgress progress = new PrintedProgress(out, true, () -> now.toNanos());
        progress.begins(ENGINE, GROUP, 0, 20);
        progress.begins(ENGINE, Optional.empty(), 20, 20);
        progress.ends(ENGINE);
        assertThat(text()).doesNotContain("\n").endsWith("\r");
        String[] shown = text().split("\r", -1);
        assertThat(shown[1])
                .startsWith("postgres:17: 0 of 20 migrations done, now V7 add full name")
                .hasSize(100);
        assertThat(shown[2])
                .startsWith("postgres:17: 20 of 20 migrations done, now the whole chain")
                .hasSize(100);
        assertThat(shown[3]).isBlank().hasSize(100);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
