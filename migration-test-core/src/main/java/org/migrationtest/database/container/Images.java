package org.migrationtest.database.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.util.List;
import java.util.stream.Stream;
import org.migrationtest.database.DatabaseUnavailableException;
import org.migrationtest.database.EngineVersion;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** The images that the engine has or can get. */
final class Images {
    private Images() {}

    /**
     * Makes sure that the engine has an image, under the name that Testcontainers will use (a company's mirror, if so
     * configured). Pulls it once: Testcontainers itself would repeat a hopeless pull for two minutes.
     */
    static DockerImageName required(EngineVersion wanted) {
        DockerImageName image = ImageNameSubstitutor.instance().apply(DockerImageName.parse(wanted.toString()));
        String name = image.asCanonicalNameString();
        try {
            if (!isLocal(name)) {
                pull(name);
            }
            return image;
        } catch (DockerException e) {
            throw new DatabaseUnavailableException(
                    "The image " + name + " for " + wanted + " (asked for in @Databases,"
                            + " in the property migrationtest.databases, or in databases(...)) is not in the Docker engine, and"
                            + " pulling it failed: "
                            + String.valueOf(e.getMessage()).strip() + ". In the engine there are: "
                            + String.join(", ", others(wanted))
                            + ". Ask for one that exists, or use the provider embedded"
                            + " (property migrationtest.provider), which needs no image.",
                    e);
        }
    }

    /** Waits until the image is there; how long that takes is the network's affair, and may be minutes. */
    static void pull(String image) {
        try {
            Engine.client()
                    .pullImageCmd(image)
                    .exec(new ResultCallback.Adapter<PullResponseItem>())
                    .awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DockerException("interrupted", 0, e);
        }
    }

    private static boolean isLocal(String image) {
        try {
            Engine.client().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static List<String> others(EngineVersion wanted) {
        return Engine.client().listImagesCmd().withReferenceFilter(wanted.engine()).exec().stream()
                .flatMap(image -> Stream.of(image.getRepoTags()))
                .sorted()
                .toList();
    }
}
