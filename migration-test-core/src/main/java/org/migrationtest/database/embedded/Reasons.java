package org.migrationtest.database.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words what the file system's exceptions say by their type. */
final class Reasons {
    private Reasons() {}

    static String of(IOException e) {
        if (e instanceof FileSystemException problem && problem.getReason() == null) {
            String file = problem.getFile();
            if (e instanceof AccessDeniedException) {
                return "access to " + file + " is denied";
            }
            return e instanceof NoSuchFileException ? file + " does not exist" : e.toString();
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
