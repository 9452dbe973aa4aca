package org.migrationtest.sample.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.migrationtest.junit.MigrationTest;
import org.migrationtest.junit.RollbackRoundTrip;

/** A test class as a user has it, with settings as he could give them, and what JUnit tells him when it runs. */
final class Given {
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private Given() {}

    /** The shortest test of migrations. */
    @MigrationTest
    static class Users {
        @RollbackRoundTrip
        void comes_back() {}
    }

    /** Migrations on an embedded server, with results in that folder. */
    static Given migrations(Path results, String source, String locations) {
        return new Given()
                .with("report", results)
                .with("source", source)
                .with("locations", locations)
                .with("provider", "embedded")
                .with("rows", 5);
    }

    Given with(String property, Object value) {
        parameters.put("migrationtest." + property, value.toString());
        return this;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    /** What the test fails with that stands for all those there are none of. */
    String toldInsteadOfTests() {
        Map<String, String> failures = failures(Users.class, parameters);
        assertThat(failures).containsOnlyKeys("nothing was tested");
        return failures.values().iterator().next();
    }

    /** What the test fails with that is the first to fail, and must be that one. */
    String toldFirst(String test) {
        Map<String, String> failures = failures(Users.class, parameters);
        assertThat(failures.keySet()).startsWith(test);
        return failures.values().iterator().next();
    }

    /** Every test of a class that fails, with its message, in order. */
    static Map<String, String> failures(Class<?> type, Map<String, String> parameters) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(type))
                .configurationParameters(parameters)
                .build();
        Map<String, String> failures = new LinkedHashMap<>();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == Status.FAILED) {
                    failures.put(
                            test.getDisplayName(),
                            result.getThrowable().map(Throwable::getMessage).orElse(""));
                }
            }
        });
        return failures;
    }
}
