package org.migrationtest.source.sql;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationtest.source.MigrationSourceException;

/** Reads the files of the folders that a user named, and of their sub-folders, but no deeper. */
final class Locations {
    static final String CONVENTIONAL = "classpath:db/migrations";

    private static final String CLASSPATH = "classpath:";
    private static final String FILESYSTEM = "filesystem:";

    private final ClassLoader classLoader;
    private final List<ScriptFile> files = new ArrayList<>();

    private Locations(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    /**
     * The files of all locations, in the order of their names within each.
     *
     * @throws MigrationSourceException if a location does not exist or cannot be read
     */
    static List<ScriptFile> read(List<String> locations, ClassLoader classLoader) {
        Locations reader = new Locations(classLoader);
        locations.forEach(reader::location);
        return reader.files;
    }

    static boolean exists(String classpathFolder, ClassLoader classLoader) {
        return classLoader.getResource(classpathFolder.substring(CLASSPATH.length())) != null;
    }

    private void location(String location) {
        try {
            if (location.startsWith(CLASSPATH)) {
                classpath(location, location.substring(CLASSPATH.length()).replaceAll("^/+|/+$", ""));
            } else if (location.startsWith(FILESYSTEM)) {
                Path folder = Path.of(location.substring(FILESYSTEM.length()));
                if (!Files.isDirectory(folder)) {
                    throw missing(
                            location,
                            "the folder " + folder.toAbsolutePath().normalize()
                                    + (Files.exists(folder) ? " is a file" : " does not exist"));
                }
                folder(folder, shortest(folder), true);
            } else {
                throw new MigrationSourceException("The location '" + location + "' (setting: locations) says neither"
                        + " " + FILESYSTEM + " nor " + CLASSPATH + ". Write " + FILESYSTEM + location + " for a folder,"
                        + " or " + CLASSPATH + location + " for resources.");
            }
        } catch (IOException | URISyntaxException e) {
            throw new MigrationSourceException(
                    "The location '" + location + "' (setting: locations) cannot be read: " + e, e);
        }
    }

    private void classpath(String location, String name) throws IOException, URISyntaxException {
        List<URL> found = Collections.list(classLoader.getResources(name));
        if (found.isEmpty()) {
            throw missing(location, "the class path has no folder " + name);
        }
        for (URL url : found) {
            if (url.openConnection() instanceof JarURLConnection jar) {
                Path archive = Path.of(jar.getJarFileURL().toURI());
                try (FileSystem content = FileSystems.newFileSystem(archive)) {
                    folder(content.getPath(name), name, false);
                }
            } else {
                folder(Path.of(new URI(url.toString())), name, true);
            }
        }
    }

    private void folder(Path folder, String display, boolean onDisk) throws IOException {
        for (Path path : listed(folder)) {
            if (!Files.isDirectory(path)) {
                file(folder, path, display, onDisk);
                continue;
            }
            for (Path inner : listed(path)) {
                if (!Files.isDirectory(inner)) {
                    file(folder, inner, display, onDisk);
                }
            }
        }
    }

    private void file(Path folder, Path path, String display, boolean onDisk) throws IOException {
        String name = folder.relativize(path).toString().replace('\\', '/');
        String shown = display + "/" + name;
        boolean read = name.endsWith(".sql") || name.endsWith("/metadata.toml");
        try {
            String content = read ? Files.readString(path) : "";
            files.add(new ScriptFile(name, shown, onDisk ? Optional.of(path) : Optional.empty(), content));
        } catch (CharacterCodingException e) {
            throw new MigrationSourceException(shown + " is not UTF-8. Save it as UTF-8.", e);
        }
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted((a, b) ->
                            a.getFileName().toString().compareTo(b.getFileName().toString()))
                    .toList();
        }
    }

    private static String shortest(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = folder.toAbsolutePath().normalize();
        Path shown = whole.startsWith(here) && !whole.equals(here) ? here.relativize(whole) : whole;
        return shown.toString().replace('\\', '/');
    }

    private static MigrationSourceException missing(String location, String what) {
        return new MigrationSourceException("No SQL migrations: " + what + " (setting: locations, '" + location
                + "'). Correct the path; a relative one starts at "
                + Path.of("").toAbsolutePath() + ".");
    }
}
