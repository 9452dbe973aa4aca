package org.migrationtest.database.container;

import org.migrationtest.database.DatabaseUnavailableException;
import org.testcontainers.utility.TestcontainersConfiguration;

/** Testcontainers' Ryuk, a container of its own that removes the others when the JVM is gone. */
final class Reaper {
    private Reaper() {}

    /** Testcontainers starts it before any other container, and fails after minutes where its image cannot be had. */
    static void require() {
        if (Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
            return;
        }
        try {
            Images.required(TestcontainersConfiguration.getInstance().getRyukImage(), "Testcontainers' reaper");
        } catch (DatabaseUnavailableException e) {
            throw new DatabaseUnavailableException(
                    e.getMessage() + "\nOr set the environment variable TESTCONTAINERS_RYUK_DISABLED=true: containers are"
                            + " then removed when the JVM ends, and those of a JVM that was killed at the next start.",
                    e);
        }
    }
}
