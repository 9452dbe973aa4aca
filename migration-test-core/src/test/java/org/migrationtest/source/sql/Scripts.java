package org.migrationtest.source.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.migrationtest.source.MigrationSource;
import org.migrationtest.source.SourceSettings;

/** A folder of scripts on disk. */
record Scripts(Path folder) {
    Scripts with(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    MigrationSource source() {
        return source(Map.of());
    }

    MigrationSource source(Map<String, String> options) {
        return new SqlFilesProvider()
                .open(new SourceSettings(List.of("filesystem:" + folder), options, Scripts.class.getClassLoader()));
    }
}
