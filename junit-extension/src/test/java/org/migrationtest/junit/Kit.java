package org.migrationtest.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs test classes as JUnit would, and tells what came of them. */
final class Kit {
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final Path report;

    private Kit(Path report) {
        this.report = report;
        parameters.put("migrationtest.report", report.toString());
        parameters.put("migrationtest.rows", "5");
    }

    static Kit reportingTo(Path report) {
        return new Kit(report);
    }

    Kit with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    Kit run(Class<?> type) {
        return run(selectClass(type));
    }

    Kit run(DiscoverySelector... selectors) {
        events.clear();
        EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(selectors)
                .execute()
                .allEvents()
                .stream()
                .forEach(events::add);
        return this;
    }

    List<String> passed() {
        return names(Status.SUCCESSFUL);
    }

    List<String> failed() {
        return names(Status.FAILED);
    }

    List<String> aborted() {
        return names(Status.ABORTED);
    }

    /** What the test of that name failed or was aborted with. */
    String message(String test) {
        return ended(test)
                .getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .orElseThrow();
    }

    String uniqueId(String test) {
        return ended(test).getTestDescriptor().getUniqueId().toString();
    }

    List<String> published() {
        return events.stream()
                .flatMap(event -> event.getPayload(ReportEntry.class).stream())
                .flatMap(entry -> entry.getKeyValuePairs().values().stream())
                .toList();
    }

    /** Containers and classes that failed, which no test of ours ever should. */
    List<String> brokenContainers() {
        return events.stream()
                .filter(event -> event.getTestDescriptor().isContainer())
                .filter(event -> event.getPayload(TestExecutionResult.class)
                        .filter(result -> result.getStatus() != Status.SUCCESSFUL)
                        .isPresent())
                .map(event -> event.getTestDescriptor().getDisplayName() + event.getPayload())
                .toList();
    }

    String json() {
        return file("result.json");
    }

    String file(String name) {
        try {
            return Files.readString(report.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Event ended(String test) {
        return events.stream()
                .filter(event -> event.getTestDescriptor().isTest())
                .filter(event -> event.getTestDescriptor().getDisplayName().equals(test))
                .filter(event -> event.getPayload(TestExecutionResult.class).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no test '" + test + "' ended, only " + events));
    }

    private List<String> names(Status status) {
        return events.stream()
                .filter(event -> event.getTestDescriptor().isTest())
                .filter(event -> event.getPayload(TestExecutionResult.class)
                        .filter(result -> result.getStatus() == status)
                        .isPresent())
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }
}
