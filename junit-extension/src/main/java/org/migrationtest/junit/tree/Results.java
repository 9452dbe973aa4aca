package org.migrationtest.junit.tree;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.migrationtest.report.CheckReport;
import org.migrationtest.report.ResultFolder;

/** The results of all test classes so far, so that those which share a folder share its files. */
final class Results {
    private static final Namespace NAMESPACE = Namespace.create(Results.class);

    private final Map<Path, SortedMap<String, CheckReport>> folders = new HashMap<>();

    private Results() {}

    static Results of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Results.class, key -> new Results(), Results.class);
    }

    /** Writes everything that is now known to belong into that folder, so that nothing is lost with the JVM. */
    synchronized Path add(Path folder, String testClass, CheckReport report) {
        SortedMap<String, CheckReport> reports = folders.computeIfAbsent(folder, absent -> new TreeMap<>());
        CheckReport ofClass = reports.merge(testClass, report, CheckReport::and);
        ResultFolder.writeXml(folder, testClass, ofClass);
        return ResultFolder.writeJson(
                folder, reports.values().stream().reduce(CheckReport::and).orElse(ofClass));
    }
}
