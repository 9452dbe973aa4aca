package org.migrationtest.database.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.util.concurrent.TimeUnit;
import org.migrationtest.database.DatabaseUnavailableException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** The images that the engine has or can get. */
final class Images {
    private static final long PULL_MINUTES = 10;

    private Images() {}

    /**
     * Makes sure that the engine has an image, under the name that Testcontainers will use (a company's mirror, if so
     * configured). Pulls it once: Testcontainers itself would repeat a hopeless pull for two minutes.
     *
     * @param why who needs it, for the message
     */
    static DockerImageName required(String name, String why) {
        DockerImageName image = ImageNameSubstitutor.instance().apply(DockerImageName.parse(name));
        String full = image.asCanonicalNameString();
        DockerClient client = DockerClientFactory.instance().client();
        try {
            client.inspectImageCmd(full).exec();
            return image;
        } catch (NotFoundException e) {
            pull(client, full, why);
            return image;
        }
    }

    private static void pull(DockerClient client, String image, String why) {
        try {
            boolean complete = client.pullImageCmd(image)
                    .exec(new ResultCallback.Adapter<PullResponseItem>())
                    .awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
            if (!complete) {
                throw unavailable(image, why, "the pull took more than " + PULL_MINUTES + " minutes", null);
            }
        } catch (DockerException e) {
            throw unavailable(image, why, "the engine's answer to the pull was: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(image, why, "the pull was interrupted", e);
        }
    }

    private static DatabaseUnavailableException unavailable(
            String image, String why, String what, @org.jspecify.annotations.Nullable Exception cause) {
        return new DatabaseUnavailableException(
                "The image " + image + " (" + why + ") is not in the Docker engine and cannot be pulled: "
                        + what.strip() + ". Check its name with docker pull " + image
                        + ", or use the provider embedded (property migrationtest.provider), which needs no image.",
                cause);
    }
}
