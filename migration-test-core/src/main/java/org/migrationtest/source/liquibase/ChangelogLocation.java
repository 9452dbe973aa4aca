package org.migrationtest.source.liquibase;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.migrationtest.source.MigrationSourceException;

/**
 * Where the root changelog is, as the user wrote it.
 *
 * @param text {@code classpath:db/changelog.xml}, {@code filesystem:src/main/resources/db/changelog.xml}, or a path
 *     without prefix, which is one on the class path
 * @param searchPath folders that changelog paths are relative to; empty for the default: the folder
 *     {@code resources} or {@code classes} that the changelog lies under, else the changelog's own
 */
record ChangelogLocation(String text, List<Path> searchPath, ClassLoader classLoader) {
    private static final String CLASSPATH = "classpath:";
    private static final String FILESYSTEM = "filesystem:";
    private static final Set<String> RESOURCE_ROOTS = Set.of("resources", "classes", "test-classes");

    ChangelogLocation {
        searchPath = List.copyOf(searchPath);
    }

    /** The root changelog's path as Liquibase is given it, relative to one of {@link #roots()}. */
    String path() {
        if (!onFileSystem()) {
            String path = text.startsWith(CLASSPATH) ? text.substring(CLASSPATH.length()) : text;
            return path.startsWith("/") ? path.substring(1) : path;
        }
        Path file = file();
        for (Path root : roots()) {
            if (file.startsWith(root)) {
                return root.relativize(file).toString().replace('\\', '/');
            }
        }
        throw new MigrationSourceException(
                "The changelog " + file + " lies in none of the folders of the Liquibase option" + " searchPath: "
                        + roots() + ". Add its folder there, or leave the option away.");
    }

    /** The folders that are searched, before the class path; none for a changelog on the class path. */
    List<Path> roots() {
        if (!searchPath.isEmpty()) {
            return searchPath.stream()
                    .map(folder -> folder.toAbsolutePath().normalize())
                    .toList();
        }
        if (!onFileSystem()) {
            return List.of();
        }
        Path own = file().resolveSibling("");
        Set<Path> roots = new LinkedHashSet<>();
        for (Path folder = own; folder != null; folder = folder.getParent()) {
            Path name = folder.getFileName();
            if (name != null && RESOURCE_ROOTS.contains(name.toString())) {
                roots.add(folder);
                break;
            }
        }
        Path working = Path.of("").toAbsolutePath().normalize();
        if (own.startsWith(working)) {
            roots.add(working);
        }
        roots.add(own);
        return List.copyOf(roots);
    }

    /**
     * Opens what Liquibase reads files through; the caller closes it.
     *
     * @throws MigrationSourceException if the changelog is a file that does not exist, or a folder of the search path does
     *     not
     */
    FirstFound open() {
        if (onFileSystem() && !Files.isRegularFile(file())) {
            throw new MigrationSourceException("There is no changelog " + file() + ": "
                    + (Files.isDirectory(file()) ? "it is a folder" : "the file does not exist")
                    + ". The setting 'locations'"
                    + " names it as " + text + ". Name the root changelog file there.");
        }
        List<ResourceAccessor> parts = new ArrayList<>();
        try {
            for (Path root : roots()) {
                parts.add(new DirectoryResourceAccessor(root));
            }
            if (onFileSystem() && searchPath.isEmpty()) {
                parts.add(new FoldersAbove(file().resolveSibling("")));
            }
        } catch (FileNotFoundException missing) {
            throw new MigrationSourceException(
                    "The Liquibase option searchPath names the folder " + roots().get(parts.size())
                            + ", which does not exist.",
                    missing);
        }
        parts.add(new ClassLoaderResourceAccessor(classLoader));
        return new FirstFound(parts);
    }

    /** Where was looked for the changelog, for a message. */
    String whereLooked() {
        return roots().isEmpty() ? "on the class path" : "in " + roots() + " and on the class path";
    }

    private boolean onFileSystem() {
        return text.startsWith(FILESYSTEM);
    }

    private Path file() {
        return Path.of(text.substring(FILESYSTEM.length())).toAbsolutePath().normalize();
    }
}
