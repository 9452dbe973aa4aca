package org.migrationtest.database.container;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import org.migrationtest.database.DatabaseUnavailableException;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** Testcontainers' Ryuk, a container of its own that removes the others when the JVM is gone. */
final class Reaper {
    /** Its version is Testcontainers' secret. A tag that is not there tells a registry that answers from one that does not. */
    private static final String IMAGE = "testcontainers/ryuk:does-the-registry-answer";

    private Reaper() {}

    /** Testcontainers starts it before any other container, and fails after minutes where its image cannot be had. */
    static void require() {
        if (Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))) {
            return;
        }
        DockerImageName image = ImageNameSubstitutor.instance().apply(DockerImageName.parse(IMAGE));
        String name = image.getUnversionedPart();
        if (isLocal(name)) {
            return;
        }
        try {
            Images.pull(image.asCanonicalNameString());
        } catch (NotFoundException e) {
            return;
        } catch (DockerException e) {
            throw new DatabaseUnavailableException(
                    "Testcontainers starts the image " + name + " before any other, to"
                            + " remove containers later. The Docker engine does not have it, and cannot pull it: "
                            + String.valueOf(e.getMessage()).strip()
                            + ". Set the environment variable TESTCONTAINERS_RYUK_DISABLED=true: containers are then removed when"
                            + " the JVM ends, and those of a JVM that was killed at the next start.",
                    e);
        }
    }

    private static boolean isLocal(String name) {
        return !Engine.client().listImagesCmd().withReferenceFilter(name).exec().isEmpty();
    }
}
