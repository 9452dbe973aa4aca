package org.migrationtest.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one running server. While its JVM lives, it holds a lock on a file in there: the kernel lets go of it
 * however the JVM ends, also in another container that shares the disk but not the process ids. So a folder whose lock
 * is free is a leftover.
 */
final class DataFolder implements AutoCloseable {
    private static final String PREFIX = "migration-test-postgres-";
    private static final String OWNER = "owner";

    /** Those of this JVM. Its sweeps must not even open their locks: POSIX lets go of a lock when the process closes any
     * descriptor of the file. */
    private static final Set<Path> MINE = ConcurrentHashMap.newKeySet();

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    private final Path path;
    private final FileChannel owner;

    private DataFolder(Path path, FileChannel owner) {
        this.path = path;
        this.owner = owner;
    }

    /** Makes a new one, visible to {@link #sweep} only when its lock is held. */
    static DataFolder create(Path parent) throws IOException {
        Path hidden = Files.createTempDirectory(parent, "." + PREFIX);
        FileChannel owner =
                FileChannel.open(hidden.resolve(OWNER), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        owner.lock();
        Path path = parent.resolve(PREFIX + ProcessHandle.current().pid() + "-"
                + hidden.getFileName().toString().substring(PREFIX.length() + 1));
        MINE.add(path);
        Files.move(hidden, path, StandardCopyOption.ATOMIC_MOVE);
        return new DataFolder(path, owner);
    }

    Path path() {
        return path;
    }

    /** PostgreSQL's data directory. */
    Path data() {
        return path.resolve("data");
    }

    @Override
    public void close() throws IOException {
        Trees.delete(path);
        owner.close();
        MINE.remove(path);
    }

    /** Stops servers whose JVM is gone and deletes their folders. */
    static void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (MINE.contains(folder)) {
                    continue;
                }
                try {
                    sweepOne(folder);
                } catch (IOException e) {
                    // Another user's, or deleted meanwhile: not ours to care for.
                    LOG.debug("Left {} alone", folder, e);
                }
            }
        }
    }

    private static void sweepOne(Path folder) throws IOException {
        try (FileChannel owner = FileChannel.open(folder.resolve(OWNER), StandardOpenOption.WRITE);
                FileLock lock = owner.tryLock()) {
            if (lock != null) {
                stop(folder);
                Trees.delete(folder);
                LOG.info("Removed {}, left by a JVM that was killed", folder);
            }
        }
    }

    /** Stops a server that outlived its JVM and its watchdog, if its process is still that server. */
    private static void stop(Path folder) throws IOException {
        Path file = folder.resolve("data").resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        long number = Long.parseLong(Files.readAllLines(file).get(0).strip());
        ProcessHandle.of(number)
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .ifPresent(server -> Command.run(List.of("kill", "-QUIT", Long.toString(server.pid()))));
    }
}
