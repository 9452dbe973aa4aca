package org.migrationtest.source.sql;

import java.nio.file.Path;
import java.util.Optional;
import org.migrationtest.migration.ScriptLocation;

/**
 * A file as it was read.
 *
 * @param name relative to the location it was found in: {@code 1_shop.up.sql}, {@code 2024-01-01_shop/up.sql}
 * @param display how the user knows it
 * @param path the file, unless it is in a jar
 */
record ScriptFile(String name, String display, Optional<Path> path, String content) {
    ScriptLocation location() {
        return new ScriptLocation(display, path, 1);
    }

    ScriptLocation locationAt(int offset) {
        int line = 1
                + (int) content.substring(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new ScriptLocation(display, path, line);
    }

    boolean isScript() {
        return name.endsWith(".sql");
    }

    boolean inSubfolder() {
        return name.indexOf('/') >= 0;
    }
}
