package org.migrationtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.report.CheckReport;

/** Writes a small chain of SQL files and checks it. */
public final class Migrations {
    private final Path folder;
    private int next = 1;

    public Migrations(Path folder) {
        this.folder = folder;
    }

    /** Adds a migration with a way back. */
    public Migrations with(String name, String up, String down) {
        write(name + ".down", down);
        return add(name, up);
    }

    /** Adds a migration without a way back. */
    public Migrations without(String name, String up) {
        return add(name, up);
    }

    private Migrations add(String name, String up) {
        write(name + ".up", up);
        next++;
        return this;
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(String.format(Locale.ROOT, "%03d_%s.sql", next, name)), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A check of them on embedded PostgreSQL 17, strict in everything, without generated rows. */
    public MigrationCheck check() {
        return MigrationCheck.of("sql", "filesystem:" + folder)
                .databases("postgres:17")
                .rows(0)
                .exerciseRows(0)
                .from(new DatabaseSettings("embedded", Optional.empty(), Optional.empty()));
    }

    /** What it finds. */
    public CheckReport report() {
        return check().run();
    }
}
