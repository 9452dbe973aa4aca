package org.migrationtest.datagen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.migrationtest.MigrationCheck;
import org.migrationtest.database.DatabaseSettings;

/** A few migrations in files, and what a check of them with generated rows finds. */
final class CheckedChain {
    private final Path folder;
    private int migrations;

    CheckedChain(Path folder) {
        this.folder = folder;
    }

    /** Adds a migration: how it goes up, and how it goes back. */
    CheckedChain with(String up, String down) {
        migrations++;
        try {
            Files.writeString(folder.resolve(migrations + "_step.up.sql"), up);
            Files.writeString(folder.resolve(migrations + "_step.down.sql"), down);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return this;
    }

    /** A line for each finding: the migration, the rule, and what is told first. */
    List<String> findings() {
        return MigrationCheck.of("sql", "filesystem:" + folder)
                .databases("postgres:17")
                .from(new DatabaseSettings("embedded", Optional.empty(), Optional.empty()))
                .rows(30)
                .run()
                .findings()
                .stream()
                .map(finding -> finding.migration() + ", " + finding.rule() + ": " + finding.headline())
                .toList();
    }
}
