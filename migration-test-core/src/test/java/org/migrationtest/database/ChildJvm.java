package org.migrationtest.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another JVM that runs {@link HoldServer}, to be killed or to be put into another environment. */
public final class ChildJvm implements AutoCloseable {
    private static final long SECONDS = 60;

    private final Process process;
    private final BufferedReader output;
    private final List<ProcessHandle> descendants = new ArrayList<>();

    private ChildJvm(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What is written in {@link HoldServer}: waits until the servers run. */
    public String origin() throws IOException {
        String line = output.readLine();
        if (line == null || !line.startsWith("RUNS ")) {
            throw new AssertionError(
                    "The child has no server: " + line + "\n" + output.lines().collect(Collectors.joining("\n")));
        }
        process.descendants().forEach(descendants::add);
        return line.substring("RUNS ".length());
    }

    /** The message of the refusal, when no server could be had. */
    public String refusal() throws IOException, InterruptedException {
        String all = output.lines().collect(Collectors.joining("\n"));
        assertThat(all).startsWith("REFUSED ");
        assertThat(process.waitFor()).isEqualTo(3);
        return all.substring("REFUSED ".length());
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** All processes below the child, as they were when {@link #origin} returned. */
    public List<ProcessHandle> descendants() {
        return descendants;
    }

    /** Waits until the child and all processes below it are gone. */
    public void awaitEnd() {
        for (ProcessHandle handle :
                Stream.concat(Stream.of(handle()), descendants.stream()).toList()) {
            handle.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
        }
    }

    /** Lets the child end by itself, as a test run does. */
    public void finish() throws IOException {
        process.getOutputStream().close();
    }

    /** Kills the child if it still runs, and waits for the end of all that was below it. */
    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** How to start a child. */
    public static final class Builder {
        private final List<String> wrapper = new ArrayList<>();
        private final List<String> options = new ArrayList<>();
        private final Map<String, String> environment = new HashMap<>();
        private Path directory = Path.of("").toAbsolutePath();
        private Predicate<String> classPath = entry -> true;

        /** Words before the command. */
        public Builder wrapper(String... words) {
            wrapper.addAll(List.of(words));
            return this;
        }

        public Builder property(String name, Object value) {
            options.add("-D" + name + "=" + value);
            return this;
        }

        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        public Builder directory(Path path) {
            directory = path;
            return this;
        }

        /** Leaves out the jars whose path contains a text. */
        public Builder without(String jar) {
            classPath = classPath.and(entry -> !entry.contains(jar));
            return this;
        }

        /**
         * Starts it.
         *
         * @param provider as in {@link DatabaseSettings}
         * @param versions as {@link EngineVersion} reads them
         */
        public ChildJvm start(String provider, String... versions) throws IOException {
            List<String> command = new ArrayList<>(wrapper);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(List.of("-cp", classPath(), HoldServer.class.getName(), provider));
            command.addAll(List.of(versions));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(environment);
            return new ChildJvm(builder.start());
        }

        private String classPath() {
            String separator = System.getProperty("path.separator");
            return Stream.of(System.getProperty("java.class.path").split(separator))
                    .filter(classPath)
                    .map(entry -> Path.of(entry).toAbsolutePath().toString())
                    .collect(Collectors.joining(separator));
        }
    }
}
