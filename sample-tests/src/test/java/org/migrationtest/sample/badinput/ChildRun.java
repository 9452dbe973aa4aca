package org.migrationtest.sample.badinput;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Another JVM that runs a {@link Given}, where the environment of this one is not the one to be tried. */
final class ChildRun {
    private static final String BEGIN = "FIRST FAILURE ";

    private ChildRun() {}

    /**
     * What its first failing test says.
     *
     * @param wrapper the words before the command
     */
    static String told(Given given, Map<String, String> environment, String... wrapper)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Arrays.asList(wrapper));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ChildRun.class.getName()));
        given.parameters().forEach((name, value) -> command.add(name + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process child = builder.start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (child.waitFor() != 0 || !output.contains(BEGIN)) {
            throw new AssertionError("The child told no failure: " + output);
        }
        return output.substring(output.indexOf(BEGIN) + BEGIN.length()).strip();
    }

    /**
     * Runs it.
     *
     * @param arguments a configuration parameter each, {@code name=value}
     */
    public static void main(String[] arguments) {
        Map<String, String> parameters = new HashMap<>();
        Stream.of(arguments).map(argument -> argument.split("=", 2)).forEach(pair -> parameters.put(pair[0], pair[1]));
        Map<String, String> failures = Given.failures(Given.Users.class, parameters);
        failures.entrySet().stream()
                .findFirst()
                .ifPresent(failure -> System.out.println(BEGIN + failure.getKey() + ": " + failure.getValue()));
    }
}
