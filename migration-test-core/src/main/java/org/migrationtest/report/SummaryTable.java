package org.migrationtest.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.migration.Step;
import org.migrationtest.rule.Verdict;

/** A run as a table for a terminal: a line a migration, and the sum below. */
public final class SummaryTable {
    private static final List<String> HEAD = List.of("migration", "up", "down", "up again", "verdict");

    private SummaryTable() {}

    /** The table as text that ends with a line break. */
    public static String of(RunResult run) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        run.migrations().forEach(migration -> rows.add(row(migration)));
        List<Integer> widths = IntStream.range(0, HEAD.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        StringBuilder text = new StringBuilder();
        text.append(run.database().requested())
                .append(" (")
                .append(run.database().version())
                .append("), ")
                .append(run.tool())
                .append("\n  on ")
                .append(run.database().origin())
                .append('\n');
        rows.forEach(row -> text.append("  ").append(aligned(row, widths)).append('\n'));
        run.chain().ifPresent(chain -> text.append("  ").append(chain(chain)).append('\n'));
        run.remarks().forEach(remark -> text.append("  note: ").append(remark).append('\n'));
        return text.append("  ").append(sum(run)).append('\n').toString();
    }

    private static List<String> row(MigrationResult result) {
        String verdict = result.verdict().label() + (result.note().isEmpty() ? "" : ": " + result.note());
        String findings = result.findings().stream()
                .map(finding -> finding.rule().value())
                .distinct()
                .collect(Collectors.joining(", "));
        return List.of(
                result.group().label(),
                duration(result, Step.UP),
                duration(result, Step.DOWN),
                duration(result, Step.UP_AGAIN),
                findings.isEmpty() ? verdict : verdict + " (" + findings + ")");
    }

    private static String duration(MigrationResult result, Step step) {
        List<StepEvidence> steps = result.evidence().stream()
                .flatMap(evidence -> evidence.steps().stream())
                .filter(candidate -> candidate.step() == step)
                .toList();
        if (steps.isEmpty()) {
            return "-";
        }
        if (steps.stream().anyMatch(candidate -> candidate.failure().isPresent())) {
            return "failed";
        }
        Duration sum = steps.stream().map(StepEvidence::duration).reduce(Duration.ZERO, Duration::plus);
        return String.format(Locale.ROOT, "%.0f ms", sum.toNanos() / 1e6);
    }

    private static String aligned(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths.get(column) - row.get(column).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String chain(ChainResult chain) {
        return "whole chain: rolled back " + chain.evidence().unwound() + " of "
                + chain.evidence().migrations()
                + chain.evidence()
                        .stop()
                        .map(stop -> ", then stopped because " + stop)
                        .orElse(", and applied again");
    }

    private static String sum(RunResult run) {
        Map<Verdict, Long> counts = run.migrations().stream()
                .collect(
                        Collectors.groupingBy(MigrationResult::verdict, java.util.TreeMap::new, Collectors.counting()));
        String verdicts = counts.entrySet().stream()
                .map(verdict -> verdict.getValue() + " " + verdict.getKey().label())
                .collect(Collectors.joining(", "));
        return run.migrations().size() + " migrations: " + verdicts + ". " + (run.failed() ? "FAILED" : "passed");
    }
}
