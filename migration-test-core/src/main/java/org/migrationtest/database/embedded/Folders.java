package org.migrationtest.database.embedded;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationtest.database.DatabaseUnavailableException;

/** Where on this machine the cache and the servers' data go. */
final class Folders {
    private static final Path MEMORY = Path.of("/dev/shm");

    /** Below this, test data may fill the memory that is set aside for the file system. */
    private static final long MEMORY_BYTES = 2L << 30;

    private Folders() {}

    /**
     * The folder for the servers' data: the named one, else memory where there is room, else the folder for temporary
     * files.
     */
    static Path data(Optional<Path> named) throws IOException {
        if (named.isPresent()) {
            return Files.createDirectories(named.get().toAbsolutePath());
        }
        if (Files.isWritable(MEMORY)) {
            FileStore store = Files.getFileStore(MEMORY);
            if (store.type().equals("tmpfs") && Math.min(store.getUsableSpace(), freeMemory()) >= MEMORY_BYTES) {
                return MEMORY;
            }
        }
        return temporary();
    }

    /**
     * The folder for the cache, existing and the user's own.
     *
     * @param named the one that the user chose, if so
     * @param account who must be able to run programs in it
     */
    static Path cache(Optional<Path> named, Account account) throws IOException {
        List<String> refused = new ArrayList<>();
        for (Path folder : named.isPresent() ? List.of(named.get()) : usual(account)) {
            Path absolute = folder.toAbsolutePath();
            Optional<String> problem = problem(absolute, account);
            if (problem.isEmpty()) {
                return absolute;
            }
            refused.add(absolute + " " + problem.get());
        }
        throw new DatabaseUnavailableException("no cache folder for the embedded server can be used: "
                + String.join("; ", refused)
                + ". Name a folder that is yours in the property migrationtest.embedded.cache.");
    }

    private static List<Path> usual(Account account) throws IOException {
        List<Path> folders = new ArrayList<>();
        // Nobody else gets into the home of root.
        if (account.other().isEmpty()) {
            String home = System.getProperty("user.home", "");
            String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", home + "/.cache");
            if (Path.of(cache).isAbsolute()) {
                folders.add(Path.of(cache, "migration-test"));
            }
        }
        folders.add(temporary().resolve("migration-test-cache-" + user()));
        return folders;
    }

    private static Optional<String> problem(Path folder, Account account) {
        try {
            Files.createDirectories(folder);
            if (!Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                    .equals(user())) {
                return Optional.of("belongs to the user "
                        + Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName());
            }
            account.admit(folder);
            if (!Files.isWritable(folder)) {
                return Optional.of("cannot be written to");
            }
            return account.entersInto(folder)
                    ? Optional.empty()
                    : Optional.of("cannot be entered by the user "
                            + account.other().orElse("") + ", whom the server runs as because this JVM runs as root");
        } catch (IOException e) {
            return Optional.of("cannot be made: " + e);
        }
    }

    /** The number of the user who runs this JVM, as new files get it. */
    private static Object user() throws IOException {
        Path probe = Files.createTempFile("migration-test", null);
        try {
            return Files.getAttribute(probe, "unix:uid");
        } finally {
            Files.delete(probe);
        }
    }

    /** What the kernel says of it: a file system in memory may be promised more than there is. */
    private static long freeMemory() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        }
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir", "/tmp")).toAbsolutePath();
    }
}
