package org.migrationtest.junit.tree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.migrationtest.report.CheckReport;
import org.migrationtest.report.ResultFolder;

/**
 * The results of all tests so far, so that classes which share a folder share its files, and a test that is run again
 * takes nothing from the others. Kept for JUnit's session, since Surefire runs class after class, and what failed once
 * more, in executions of their own.
 */
final class Results {
    private static final Namespace NAMESPACE = Namespace.create(Results.class);

    private final Map<Path, Map<String, Map<String, CheckReport>>> folders = new HashMap<>();

    private Results() {}

    static Results of(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(Results.class, key -> new Results(), Results.class);
    }

    /**
     * Writes everything that is now known to belong into that folder, so that nothing is lost with the JVM.
     *
     * @param method the test method's unique id
     */
    synchronized Path add(Path folder, String testClass, String method, CheckReport report) {
        Map<String, Map<String, CheckReport>> classes =
                folders.computeIfAbsent(folder, absent -> new LinkedHashMap<>());
        Map<String, CheckReport> methods = classes.computeIfAbsent(testClass, absent -> new LinkedHashMap<>());
        methods.merge(method, report, (earlier, now) -> now.completedBy(earlier));
        ResultFolder.writeXml(folder, testClass, together(methods.values(), report));
        Collection<CheckReport> all = new ArrayList<>();
        classes.values().forEach(ofClass -> all.addAll(ofClass.values()));
        return ResultFolder.writeJson(folder, together(all, report));
    }

    private static CheckReport together(Collection<CheckReport> reports, CheckReport ifNone) {
        return reports.stream().reduce(CheckReport::and).orElse(ifNone);
    }
}
