package org.migrationtest.source.flyway;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.flywaydb.core.api.resource.Resource;
import org.migrationtest.migration.ScriptLocation;

/** Where Flyway's resources are, in words a user finds them by. */
final class Locations {
    private Locations() {}

    static ScriptLocation of(Resource resource, int line) {
        return new ScriptLocation(display(resource), file(resource), line);
    }

    static ScriptLocation of(Class<?> code) {
        return new ScriptLocation(code.getName(), Optional.empty(), 1);
    }

    static String display(Resource resource) {
        String path = resource.getAbsolutePath();
        String here = Path.of("").toAbsolutePath() + java.io.File.separator;
        return path.startsWith(here) ? path.substring(here.length()) : path;
    }

    private static Optional<Path> file(Resource resource) {
        try {
            return Optional.ofNullable(resource.getAbsolutePathOnDisk())
                    .map(Path::of)
                    .filter(path -> path.endsWith(resource.getFilename()))
                    .filter(Files::isRegularFile);
        } catch (InvalidPathException insideAnArchive) {
            return Optional.empty();
        }
    }
}
