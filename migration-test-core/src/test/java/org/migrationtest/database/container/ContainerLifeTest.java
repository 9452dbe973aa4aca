package org.migrationtest.database.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Container;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.migrationtest.database.ChildJvm;

/** A container ends with its JVM, or at the next start, and what cannot be had is told. */
@Tag("docker")
final class ContainerLifeTest {
    @Test
    void ends_with_a_jvm_that_ends() throws Exception {
        try (ChildJvm child = ChildJvm.builder().start("container", "postgres:17")) {
            child.origin();
            assertThat(containers(child)).hasSize(1);
            child.finish();
            child.awaitEnd();
            assertThat(containers(child)).isEmpty();
        }
    }

    @Test
    void of_a_killed_jvm_is_removed_at_the_next_start_and_that_of_a_living_one_is_not() throws Exception {
        try (ChildJvm living = ChildJvm.builder().start("container", "postgres:17");
                ChildJvm killed = ChildJvm.builder().start("container", "postgres:17")) {
            living.origin();
            killed.origin();
            assertThat(containers(killed)).hasSize(1);
            killed.handle().destroyForcibly();
            killed.handle().onExit().get(60, TimeUnit.SECONDS);

            Owner.sweep();

            assertThat(containers(killed)).isEmpty();
            assertThat(containers(living)).hasSize(1);
            living.finish();
            living.awaitEnd();
        }
    }

    @Test
    void an_image_that_is_nowhere_is_told_with_those_there_are() throws Exception {
        try (ChildJvm child = ChildJvm.builder().start("container", "postgres:99")) {
            assertThat(child.refusal())
                    .matches("The image postgres:99 for postgres:99 \\(asked for in @Databases, in the property"
                            + " migrationtest\\.databases, or in databases\\(\\.\\.\\.\\)\\) is not in the Docker engine,"
                            + " and pulling it failed: [^\\n]+\\. In the engine there are: .*postgres:17.*\\. Ask for one"
                            + " that exists, or use the provider embedded \\(property migrationtest\\.provider\\), which"
                            + " needs no image\\.");
        }
    }

    @Test
    void a_reaper_that_cannot_be_had_is_told_with_the_way_to_do_without() throws Exception {
        try (ChildJvm child = withoutReaper().start("container", "postgres:17")) {
            assertThat(child.refusal())
                    .matches(
                            "Testcontainers starts the image nowhere\\.invalid/ryuk before any other, to remove containers"
                                    + " later\\. The Docker engine does not have it, and cannot pull it: [^\\n]+\\. Set the"
                                    + " environment variable TESTCONTAINERS_RYUK_DISABLED=true: containers are then removed when"
                                    + " the JVM ends, and those of a JVM that was killed at the next start\\.");
        }
    }

    @Test
    void auto_goes_on_to_the_embedded_server_and_says_why() throws Exception {
        try (ChildJvm child = withoutReaper().start("auto", "postgres:17")) {
            assertThat(child.origin())
                    .startsWith("embedded PostgreSQL 17.")
                    .contains(", because there is no container: Testcontainers starts the image nowhere.invalid/ryuk"
                            + " before any other, to remove containers later.");
        }
    }

    private static ChildJvm.Builder withoutReaper() {
        return ChildJvm.builder()
                .environment("TESTCONTAINERS_RYUK_DISABLED", "false")
                .environment("TESTCONTAINERS_RYUK_CONTAINER_IMAGE", "nowhere.invalid/ryuk:1");
    }

    private static List<Container> containers(ChildJvm child) {
        String process = child.handle().pid() + "@";
        return Engine.client().listContainersCmd().withShowAll(true).exec().stream()
                .filter(container -> container
                        .getLabels()
                        .getOrDefault("org.migrationtest.process", "")
                        .startsWith(process))
                .toList();
    }
}
