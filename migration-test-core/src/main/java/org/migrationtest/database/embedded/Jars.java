package org.migrationtest.database.embedded;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The jars with binaries: those that are on this machine, and those to be had over the network.
 *
 * @param local a jar for each release that needs no download
 */
record Jars(Platform platform, Map<Release, Path> local, RemoteRepository remote) {
    /** @param repository the one to download from, if the user named one */
    static Jars find(Platform platform, Optional<String> repository) throws IOException {
        MavenSettings settings = MavenSettings.current();
        Map<Release, Path> local = new TreeMap<>(inRepository(platform, settings.localRepository()));
        local.putAll(onClassPath(platform));
        return new Jars(platform, Collections.unmodifiableMap(local), RemoteRepository.of(repository, settings));
    }

    /**
     * A jar with this release.
     *
     * @param folder where a download goes to
     */
    Path jar(Release release, Path folder) throws IOException {
        Path found = local.get(release);
        if (found != null) {
            return found;
        }
        Path target = folder.resolve(platform.jar(release));
        remote.download(platform, release, target);
        return target;
    }

    private static Map<Release, Path> inRepository(Platform platform, Path repository) throws IOException {
        Map<Release, Path> found = new TreeMap<>();
        Path folder = repository.resolve(platform.folder());
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(folder)) {
                for (Path version : versions) {
                    String name = version.getFileName().toString();
                    if (Release.isOne(name)) {
                        Release release = new Release(name);
                        Path jar = version.resolve(platform.jar(release));
                        if (Files.isReadable(jar)) {
                            found.put(release, jar);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** The jars say their version nowhere but in their file's name. */
    private static Map<Release, Path> onClassPath(Platform platform) throws IOException {
        Map<Release, Path> found = new TreeMap<>();
        for (URL resource : Collections.list(Jars.class.getClassLoader().getResources(platform.archive()))) {
            if (resource.openConnection() instanceof JarURLConnection connection) {
                Path jar = path(connection.getJarFileURL());
                String name = jar.getFileName().toString();
                String start = platform.artifact() + "-";
                if (name.startsWith(start) && name.endsWith(".jar")) {
                    String version = name.substring(start.length(), name.length() - ".jar".length());
                    if (Release.isOne(version)) {
                        found.put(new Release(version), jar);
                    }
                }
            }
        }
        return found;
    }

    private static Path path(URL url) throws IOException {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException(url + " is no file", e);
        }
    }
}
