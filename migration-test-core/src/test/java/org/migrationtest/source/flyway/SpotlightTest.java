package org.migrationtest.source.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.resource.LoadableResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.source.SourceSettings;

/** What Flyway sees during a step does not grow with the chain. */
class SpotlightTest {
    private static List<String> seen(Spotlight spotlight) {
        return spotlight.getResources("", new String[] {".sql"}).stream()
                .map(LoadableResource::getFilename)
                .toList();
    }

    @Test
    void shows_one_script_of_a_long_chain_and_the_callbacks_of_its_phase(@TempDir Path folder) throws IOException {
        for (int version = 1; version <= 100; version++) {
            Files.writeString(folder.resolve("V" + version + "__step.sql"), "SELECT 1;");
            Files.writeString(folder.resolve("U" + version + "__step.sql"), "SELECT 1;");
        }
        Files.writeString(folder.resolve("afterEachMigrate__note.sql"), "SELECT 1;");
        Files.writeString(folder.resolve("beforeUndo.sql"), "SELECT 1;");
        Files.writeString(folder.resolve("V70__step.sql.conf"), "executeInTransaction=false");
        FlywayFiles files = FlywayFiles.read(new FlywaySettings(new SourceSettings(
                List.of("filesystem:" + folder), Map.of(), getClass().getClassLoader())));
        FlywayMigration seventieth = files.migrations().get(69);

        Spotlight prepare = new Spotlight(files, Phase.PREPARE);
        assertThat(seen(prepare)).containsExactly("beforeUndo.sql");

        Spotlight up = new Spotlight(files, Phase.UP);
        up.on(seventieth.up());
        assertThat(seen(up)).containsExactlyInAnyOrder("V70__step.sql", "afterEachMigrate__note.sql", "beforeUndo.sql");
        assertThat(up.getResource(folder + "/V70__step.sql.conf")).isNotNull();

        Spotlight down = new Spotlight(files, Phase.DOWN);
        down.on(java.util.Objects.requireNonNull(seventieth.undo()));
        assertThat(seen(down)).containsExactlyInAnyOrder("U70__step.sql", "beforeMigrate.sql");
    }
}
