package org.migrationtest.junit.tree;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.Severity;
import org.migrationtest.report.FindingText;
import org.opentest4j.AssertionFailedError;

/** Findings in JUnit's terms. */
final class Verdicts {
    private Verdicts() {}

    static boolean fails(Finding finding) {
        return finding.severity() == Severity.ERROR;
    }

    /**
     * Publishes what does not fail, then throws one failure of all that does.
     *
     * @param failure a text that fails besides
     */
    static void tell(Optional<String> failure, List<Finding> findings, ExtensionContext context) {
        findings.stream()
                .filter(finding -> !fails(finding))
                .forEach(finding -> context.publishReportEntry(
                        finding.severity().name().toLowerCase(Locale.ROOT) + " " + finding.rule(),
                        FindingText.of(finding)));
        String text = Stream.concat(
                        failure.stream(),
                        findings.stream().filter(Verdicts::fails).map(FindingText::of))
                .collect(Collectors.joining("\n\n"));
        if (!text.isEmpty()) {
            throw failure(text, context);
        }
    }

    /** A failure that points at the user's method: where we noticed it says nothing to anyone. */
    static AssertionFailedError failure(String text, ExtensionContext context) {
        AssertionFailedError error = new AssertionFailedError(text);
        Method method = context.getRequiredTestMethod();
        Class<?> type = method.getDeclaringClass();
        String file = type.getName().replaceAll(".*\\.|\\$.*", "") + ".java";
        error.setStackTrace(new StackTraceElement[] {new StackTraceElement(type.getName(), method.getName(), file, 1)});
        return error;
    }
}
