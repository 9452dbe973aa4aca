package org.migrationtest.migration;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a migration's script is.
 *
 * @param display how the user knows it, relative where that is shorter: {@code db/migration/V7__add_full_name.sql}
 * @param file the file, where there is one (not for a resource inside a jar, not for Java code)
 * @param line the line the script starts at, from 1; more than 1 where one file holds several migrations
 */
public record ScriptLocation(String display, Optional<Path> file, int line) {
    public ScriptLocation {
        requireNonNull(display, "display is null");
        requireNonNull(file, "file is null");
        if (line < 1) {
            throw new IllegalArgumentException("line is " + line + ", lines count from 1");
        }
    }

    /** The location with its line where that says more than the file: {@code changelog.sql:12}. */
    @Override
    public String toString() {
        return line == 1 ? display : display + ":" + line;
    }
}
