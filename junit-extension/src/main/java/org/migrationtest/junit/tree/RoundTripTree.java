package org.migrationtest.junit.tree;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.migrationtest.CheckPlan;
import org.migrationtest.CheckSettings;
import org.migrationtest.MigrationCheck;
import org.migrationtest.MigrationCheck.Progress;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.report.ResultFolder;
import org.migrationtest.report.RunResult;
import org.migrationtest.report.SummaryTable;

/** The tests that one test method stands for, and what came of them. JUnit closes it when the last one is over. */
public final class RoundTripTree implements AutoCloseable {
    private static final Namespace NAMESPACE = Namespace.create(RoundTripTree.class);
    private static final Path DEFAULT_REPORT = CheckSettings.defaults().report();

    private final String testClass;
    private final String method;
    private final Results results;
    private final List<RunResult> runs = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private MigrationCheck check = MigrationCheck.of(CheckSettings.defaults());
    private boolean writable = true;
    private @Nullable Branch open;

    private RoundTripTree(ExtensionContext method) {
        this.testClass = method.getRequiredTestClass().getName();
        this.method = method.getUniqueId();
        this.results = Results.of(method);
    }

    /**
     * The tests of a method. What stands in the way of all of them becomes the failure of a single one, since not every
     * build tool notices a container that fails.
     *
     * @param check what to do
     * @param method the context of the test template
     */
    public static Stream<TestTemplateInvocationContext> grow(Supplier<MigrationCheck> check, ExtensionContext method) {
        RoundTripTree tree = new RoundTripTree(method);
        method.getStore(NAMESPACE).put(RoundTripTree.class, tree);
        return tree.leaves(check, method).stream().map(leaf -> leaf);
    }

    private List<Leaf> leaves(Supplier<MigrationCheck> wanted, ExtensionContext method) {
        try {
            check = wanted.get();
            prepareResults();
            if (method.getExecutionMode() == ExecutionMode.CONCURRENT) {
                throw new ExtensionConfigurationException("Migrations build upon each other, so "
                        + method.getRequiredTestMethod() + " cannot run them at once: remove @Execution(CONCURRENT)."
                        + " Other tests may run beside it.");
            }
            CheckPlan plan = check.plan();
            Progress progress = Progress.printed(System.out);
            List<Leaf> leaves = new ArrayList<>();
            for (EngineVersion engine : plan.engines()) {
                leaves.addAll(new Branch(this, plan, engine, progress).leaves());
            }
            return leaves;
        } catch (RuntimeException | LinkageError e) {
            problems.add(String.valueOf(e.getMessage()));
            return List.of(new Leaf("nothing was tested", this, context -> {
                throw e;
            }));
        }
    }

    /** Turns to a branch; the one so far is over, since tests run in their order. */
    void enter(Branch branch) {
        if (open != branch) {
            leave();
            open = branch;
        }
    }

    private void leave() {
        Branch left = open;
        open = null;
        if (left != null) {
            left.close();
        }
    }

    void over(RunResult run) {
        runs.add(run);
    }

    void problem(String problem) {
        problems.add(problem);
    }

    @Override
    public void close() {
        leave();
        if (runs.isEmpty() && problems.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        runs.forEach(run -> text.append(SummaryTable.of(run)));
        problems.forEach(problem -> text.append("problem: ").append(problem).append('\n'));
        if (writable) {
            Path written = results.add(folder(), testClass, method, check.report(runs, problems));
            text.append("results: ").append(written).append('\n');
        }
        System.out.print(text);
    }

    /** Results that can be written nowhere are told before the work, not after it, and as a test that fails. */
    private void prepareResults() {
        try {
            ResultFolder.prepare(folder());
        } catch (UncheckedIOException e) {
            writable = false;
            throw e;
        }
    }

    private Path folder() {
        Path folder = check.settings().report();
        return folder.equals(DEFAULT_REPORT) ? folder.resolve(testClass) : folder;
    }
}
