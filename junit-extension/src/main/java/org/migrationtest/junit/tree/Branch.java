package org.migrationtest.junit.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.migrationtest.CheckPlan;
import org.migrationtest.EngineCheck;
import org.migrationtest.MigrationCheck.Progress;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.finding.Finding;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.report.ChainResult;
import org.migrationtest.report.MigrationResult;
import org.migrationtest.report.RunResult;
import org.migrationtest.rule.Verdict;
import org.opentest4j.TestAbortedException;

/**
 * One engine version: its tests in their order. Whichever of them JUnit asks for, all before it are done first and in the
 * same way, so that a test that is run alone, or again, can come to no other verdict.
 */
final class Branch implements AutoCloseable {
    private final RoundTripTree tree;
    private final CheckPlan plan;
    private final EngineVersion engine;
    private final Progress progress;
    /** A migration each, but empty for the whole chain. */
    private final List<Optional<MigrationGroup>> stations = new ArrayList<>();

    private final Map<MigrationGroup, MigrationResult> results = new HashMap<>();
    private final Set<Finding> told = new HashSet<>();
    private Optional<ChainResult> chain = Optional.empty();
    private int reached;
    private @Nullable EngineCheck check;
    private @Nullable Throwable lost;

    Branch(RoundTripTree tree, CheckPlan plan, EngineVersion engine, Progress progress) {
        this.tree = tree;
        this.plan = plan;
        this.engine = engine;
        this.progress = progress;
        Optional<MigrationGroup> chainAfter = plan.wholeChainAfter();
        for (MigrationGroup group : plan.chosen()) {
            stations.add(Optional.of(group));
            if (chainAfter.equals(Optional.of(group))) {
                stations.add(Optional.empty());
            }
        }
    }

    List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        for (int at = 0; at < stations.size(); at++) {
            int station = at;
            leaves.add(leaf(
                    stations.get(at).map(MigrationGroup::label).orElse(Finding.WHOLE_CHAIN),
                    context -> test(station, context)));
        }
        leaves.add(leaf(RunResult.EVERYTHING_TESTED, this::testRest));
        return leaves;
    }

    private Leaf leaf(String name, Leaf.Test test) {
        return new Leaf(engine + " › " + name, tree, context -> {
            tree.enter(this);
            test.run(context);
        });
    }

    private void test(int station, ExtensionContext context) {
        if (lost != null) {
            throw new TestAbortedException(engine + " was given up: " + lost.getMessage(), lost);
        }
        EngineCheck running = reach(station);
        Optional<MigrationGroup> group = stations.get(station);
        Optional<MigrationResult> result = group.map(this::result);
        if (result.isPresent() && result.get().verdict() != Verdict.NOT_RUN) {
            tell(result.get().findings(), context);
        } else if (group.isEmpty() && chain.isPresent()) {
            tell(chain.get().findings(), context);
        } else {
            tell(failuresSoFar(running), context);
            throw new TestAbortedException(
                    result.map(MigrationResult::note).orElse("not all migrations before it are applied"));
        }
    }

    /** Whatever no other test has told: of migrations that were left out, and of the run as such. */
    private void testRest(ExtensionContext context) {
        if (lost != null) {
            throw Verdicts.failure(
                    "[" + engine + "] not everything was tested, because: " + lost.getMessage(), context);
        }
        RunResult run = reach(stations.size() - 1).result();
        List<Finding> findings = run.allFindings().stream()
                .filter(finding -> !told.contains(finding))
                .toList();
        Verdicts.tell(run.untested(), findings, context);
    }

    private void tell(List<Finding> findings, ExtensionContext context) {
        told.addAll(findings);
        Verdicts.tell(Optional.empty(), findings, context);
    }

    private List<Finding> failuresSoFar(EngineCheck running) {
        return running.result().migrations().stream()
                .flatMap(result -> result.findings().stream())
                .filter(finding -> Verdicts.fails(finding) && !told.contains(finding))
                .toList();
    }

    private MigrationResult result(MigrationGroup group) {
        MigrationResult result = results.get(group);
        if (result == null) {
            throw new IllegalStateException(group.label() + " was not reached");
        }
        return result;
    }

    private int migrations() {
        return (int) stations.stream().filter(Optional::isPresent).count();
    }

    private EngineCheck reach(int station) {
        try {
            EngineCheck running = check;
            if (running == null) {
                running = plan.start(engine);
                check = running;
            }
            while (reached <= station) {
                Optional<MigrationGroup> next = stations.get(reached);
                progress.begins(engine, next, reached, migrations());
                if (next.isPresent()) {
                    results.put(next.get(), running.check(next.get()));
                } else {
                    chain = running.checkWholeChain();
                }
                reached++;
            }
            return running;
        } catch (RuntimeException | Error e) {
            lost = e;
            tree.problem("[" + engine + "] " + e.getMessage());
            throw e;
        }
    }

    @Override
    public void close() {
        progress.ends(engine);
        EngineCheck over = check;
        if (over != null) {
            tree.over(over.result());
            close(over);
        }
    }

    /** What is lost cannot be closed in order; that it was lost is told already. */
    private void close(EngineCheck over) {
        try {
            over.close();
        } catch (RuntimeException e) {
            if (lost == null) {
                throw e;
            }
            lost.addSuppressed(e);
        }
    }
}
