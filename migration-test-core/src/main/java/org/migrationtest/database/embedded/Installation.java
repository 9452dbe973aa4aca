package org.migrationtest.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Unpacked binaries with an initialised data directory that servers are started from copies of.
 *
 * @param home the folder of all that
 * @param release which version it is
 */
record Installation(Path home, Release release) {
    /** What was unpacked and initialised. */
    Path files() {
        return home.resolve("files");
    }

    String program(String name) {
        return files().resolve("bin").resolve(name).toString();
    }

    /** The data directory to copy; never started itself. */
    Path template() {
        return files().resolve("template");
    }

    /** The file with the password of the template's superuser. */
    Path password() {
        return files().resolve("password");
    }

    /** Says that the files are all there; to be called last. */
    void complete() throws IOException {
        Files.writeString(mark(), Trees.measure(files()));
    }

    /** Whether nothing is missing: a cleaner of temporary files, or a crash of the machine, may have left a part. */
    boolean isComplete() {
        try {
            return Files.readString(mark()).equals(Trees.measure(files()));
        } catch (IOException e) {
            return false;
        }
    }

    private Path mark() {
        return home.resolve("complete");
    }
}
