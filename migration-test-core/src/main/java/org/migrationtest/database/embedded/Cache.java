package org.migrationtest.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.migrationtest.database.DatabaseUnavailableException;
import org.migrationtest.database.PostgresServer;

/**
 * A folder with an {@link Installation} of each release that was used on this machine. Several JVMs may share it.
 *
 * @param folder the folder, which exists and is the user's own
 * @param platform what the installations run on
 */
record Cache(Path folder, Platform platform) {
    /** Part of every name, to be raised when installations of old and new make cannot be told apart otherwise. */
    private static final String FORMAT = "v1";

    private static final String UNFINISHED = "unfinished-";
    private static final Object THIS_JVM = new Object();

    /** The releases that are installed here. */
    List<Release> releases() throws IOException {
        List<Release> found = new ArrayList<>();
        String suffix = "-" + platform.name() + "-" + FORMAT;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "postgres-*" + suffix)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                String version = name.substring("postgres-".length(), name.length() - suffix.length());
                if (Release.isOne(version)) {
                    found.add(new Release(version));
                }
            }
        }
        return found;
    }

    /** Installs a release unless it is there and whole. Whoever else wants to, in whatever JVM, waits. */
    Installation installed(Release release, Jars jars, Account account) {
        Installation wanted =
                new Installation(folder.resolve("postgres-" + release + "-" + platform.name() + "-" + FORMAT), release);
        synchronized (THIS_JVM) {
            if (wanted.isComplete()) {
                return wanted;
            }
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !wanted.isComplete()) {
                    install(wanted, jars, account);
                }
                return wanted;
            } catch (IOException e) {
                throw new DatabaseUnavailableException(
                        "PostgreSQL " + release + " could not be unpacked into the cache folder " + folder
                                + " (property migrationtest.embedded.cache): " + Reasons.of(e)
                                + ". Nothing was left there. Choose another folder if this one lacks room, or the right to run programs in it.",
                        e);
            }
        }
    }

    /** Builds under another name, which becomes the right one only when everything is there. */
    private void install(Installation wanted, Jars jars, Account account) throws IOException {
        removeUnfinished();
        Trees.delete(wanted.home());
        Installation building = new Installation(Files.createTempDirectory(folder, UNFINISHED), wanted.release());
        try {
            Files.createDirectory(building.files());
            unpack(jars.jar(wanted.release(), building.home()), building.files());
            initialise(building, account);
            building.complete();
            Files.move(building.home(), wanted.home(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Trees.delete(building.home());
        }
    }

    private void unpack(Path jar, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = zip.getEntry(platform.archive());
            if (archive == null) {
                throw new IOException(jar + " holds no " + platform.archive());
            }
            try (InputStream in = zip.getInputStream(archive)) {
                Txz.unpack(in, target);
            }
        } catch (ZipException e) {
            throw new IOException(jar + " is damaged (" + e.getMessage() + "); delete it", e);
        }
    }

    private void removeUnfinished() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path entry : entries) {
                Trees.delete(entry);
            }
        }
    }

    private static void initialise(Installation building, Account account) throws IOException {
        Files.createFile(
                building.password(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(building.password(), PostgresServer.newRun() + PostgresServer.newRun());
        List<String> problems = new ArrayList<>();
        account.admit(building.home());
        account.own(building.password());
        // PostgreSQL's own C.UTF-8 is missing where the system is old; C sorts the same, but knows only ASCII letters.
        for (String locale : List.of("C.UTF-8", "C")) {
            Files.createDirectory(building.template());
            account.own(building.template());
            Command initdb = Command.run(account.as(List.of(
                    building.program("initdb"),
                    "--pgdata=" + building.template(),
                    "--username=" + ServerProcess.USER,
                    "--pwfile=" + building.password(),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=" + locale,
                    "--no-sync",
                    "--wal-segsize=1")));
            if (initdb.succeeded()) {
                return;
            }
            problems.add("initdb with the locale " + locale + " failed: " + initdb.output());
            Trees.delete(building.template());
        }
        throw new IOException(String.join("\n", problems));
    }
}
