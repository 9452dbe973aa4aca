package org.migrationtest.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes results where they can be read by others. */
public final class ResultFolder {
    private ResultFolder() {}

    /**
     * Makes sure that results can be written there, before there are any.
     *
     * @throws UncheckedIOException if they cannot
     */
    public static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "result", ".part"));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * Writes {@code result.json}, in place of one that is there.
     *
     * @return the file
     * @throws UncheckedIOException if it cannot be written
     */
    public static Path writeJson(Path folder, CheckReport report) {
        return write(folder, "result.json", ResultJson.of(report));
    }

    /**
     * Writes {@code TEST-SUITE.xml}, as {@link JUnitXml} has it, in place of one that is there.
     *
     * @param suite the suite's name; usually the test class
     * @return the file
     * @throws UncheckedIOException if it cannot be written
     */
    public static Path writeXml(Path folder, String suite, CheckReport report) {
        return write(folder, "TEST-" + suite.replaceAll("[^A-Za-z0-9._$-]", "_") + ".xml", JUnitXml.of(suite, report));
    }

    /** Whoever reads meanwhile sees the former file or the new one, never half of it. */
    private static Path write(Path folder, String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, name, ".part");
            try {
                Files.writeString(half, text);
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
            return file;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static UncheckedIOException unwritable(Path path, IOException e) {
        return new UncheckedIOException(
                "The results cannot be written to " + path.toAbsolutePath() + ": " + e
                        + ". The folder is set by migrationtest.report, or by report(...).",
                e);
    }
}
