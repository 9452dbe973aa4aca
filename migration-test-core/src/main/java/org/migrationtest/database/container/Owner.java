package org.migrationtest.database.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JVM that a container was started by, written on the container. */
final class Owner {
    private static final String HOST = "org.migrationtest.host";
    private static final String PROCESS = "org.migrationtest.process";
    private static final Logger LOG = LoggerFactory.getLogger(Owner.class);

    private Owner() {}

    static Map<String, String> labels() {
        return Map.of(HOST, host(), PROCESS, process(ProcessHandle.current()));
    }

    /** Removes the containers of JVMs that ran on this machine and do so no more: without Ryuk nobody else does. */
    static void sweep() {
        DockerClient client = Engine.client();
        List<Container> ours = client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(HOST, host()))
                .exec();
        for (Container container : ours) {
            if (!alive(container.getLabels().getOrDefault(PROCESS, ""))) {
                try {
                    client.removeContainerCmd(container.getId())
                            .withForce(true)
                            .withRemoveVolumes(true)
                            .exec();
                    LOG.info("Removed the container {}, left by a JVM that was killed", container.getId());
                } catch (DockerException e) {
                    LOG.debug("The container {} could not be removed; perhaps it is gone", container.getId(), e);
                }
            }
        }
    }

    private static boolean alive(String process) {
        return ProcessHandle.of(Long.parseLong(process.split("@", 2)[0]))
                .filter(handle -> process(handle).equals(process))
                .isPresent();
    }

    /** The start tells a process from a later one with the same number; the kernel's own, for clocks are set anew. */
    private static String process(ProcessHandle handle) {
        Path kernel = Path.of("/proc/" + handle.pid() + "/stat");
        try {
            // See proc(5): the 22nd field, 20 after the name, which may hold spaces and ends with the last parenthesis.
            String start = Files.exists(kernel)
                    ? Files.readString(kernel).replaceFirst("(?s).*\\) ", "").split(" ", -1)[19]
                    : handle.info().startInstant().map(Instant::toString).orElse("");
            return handle.pid() + "@" + start;
        } catch (IOException e) {
            // It ended this moment.
            return "";
        }
    }

    /** The machine and the name space of its process numbers: elsewhere the same number is another process. */
    private static String host() {
        try {
            Path numbers = Path.of("/proc/self/ns/pid");
            String space = Files.isSymbolicLink(numbers)
                    ? Files.readSymbolicLink(numbers).toString()
                    : "";
            return InetAddress.getLocalHost().getHostName() + space;
        } catch (UnknownHostException e) {
            return "unknown";
        } catch (IOException e) {
            return "unreadable";
        }
    }
}
