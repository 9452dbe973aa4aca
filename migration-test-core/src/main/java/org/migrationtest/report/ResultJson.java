package org.migrationtest.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationtest.evidence.Isolation;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.evidence.StatementEvidence;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.evidence.StepFailure;
import org.migrationtest.evidence.WayBackEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.migration.Migration;

/** The published record: {@code result.json}, whose form {@code docs/result-json.md} describes. */
public final class ResultJson {
    /** Raised when a reader of the earlier form could no longer read it. */
    public static final int VERSION = 1;

    private ResultJson() {}

    /** The report as JSON text. */
    public static String of(CheckReport report) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("format", "migration-test/result");
        root.put("version", VERSION);
        root.put("failed", report.failed());
        root.put("problems", report.problems());
        root.put("settings", report.settings());
        root.put("runs", report.runs().stream().map(ResultJson::run).toList());
        root.put("findings", report.findings().stream().map(ResultJson::finding).toList());
        return Json.write(root);
    }

    private static Map<String, @Nullable Object> run(RunResult run) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "database",
                Map.of(
                        "requested", run.database().requested(),
                        "version", run.database().version(),
                        "origin", run.database().origin()));
        json.put("tool", run.tool());
        json.put("failed", run.failed());
        json.put("remarks", run.remarks());
        json.put(
                "migrations",
                run.migrations().stream().map(ResultJson::migration).toList());
        json.put("wholeChain", run.chain().map(ResultJson::chain));
        return json;
    }

    private static Map<String, @Nullable Object> migration(MigrationResult result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "ids",
                result.group().migrations().stream()
                        .map(migration -> migration.id().value())
                        .toList());
        json.put("label", result.group().label());
        json.put(
                "scripts",
                result.group().migrations().stream()
                        .map(Migration::script)
                        .map(Object::toString)
                        .toList());
        json.put("verdict", result.verdict());
        json.put("failed", result.failed());
        json.put("note", result.note());
        result.evidence().ifPresent(evidence -> evidence(json, evidence));
        return json;
    }

    private static void evidence(Map<String, @Nullable Object> json, RoundTripEvidence evidence) {
        json.put("isolation", evidence.isolation() instanceof Isolation.Copies ? "COPIES" : "ONE_TRANSACTION");
        json.put("isolationReason", evidence.isolation() instanceof Isolation.Copies copies ? copies.reason() : "");
        json.put("appliedOnEmptyTables", evidence.emptied());
        json.put("steps", evidence.steps().stream().map(ResultJson::step).toList());
        json.put(
                "tables",
                evidence.volumes().stream()
                        .map(volume -> Map.of(
                                "table", volume.table().toString(), "rows", volume.rows(), "bytes", volume.bytes()))
                        .toList());
        json.put("wayBack", evidence.wayBack().map(ResultJson::wayBack));
    }

    private static Map<String, @Nullable Object> wayBack(WayBackEvidence way) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("exercisedTables", way.exercised().size());
        json.put(
                "exercisedRows",
                way.exercised().values().stream().mapToLong(Long::longValue).sum());
        json.put("comparedTables", way.comparedTables());
        json.put("schemaRestored", way.schema().withoutOrder().isEmpty());
        json.put("rowsRestored", way.rows().isEmpty() && way.orphans().isEmpty());
        return json;
    }

    private static Map<String, @Nullable Object> step(StepEvidence step) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("migration", step.migration().id().value());
        json.put("direction", step.step());
        json.put("outcome", step.failure().isPresent() ? "FAILED" : "DONE");
        json.put("durationMillis", millis(step.duration()));
        json.put("failure", step.failure().map(ResultJson::failure));
        json.put(
                "statements",
                step.statements().stream().map(ResultJson::statement).toList());
        return json;
    }

    private static Map<String, @Nullable Object> failure(StepFailure failure) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("message", failure.message());
        json.put("sqlState", failure.sqlState());
        json.put("statement", failure.statement());
        json.put("location", failure.location().map(Object::toString));
        json.put("serverTooOld", failure.serverTooOld());
        json.put("timedOut", failure.timedOut());
        return json;
    }

    private static Map<String, @Nullable Object> statement(StatementEvidence statement) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("sql", statement.sql());
        json.put("durationMillis", millis(statement.duration()));
        json.put("rows", statement.rows().isPresent() ? statement.rows().getAsLong() : null);
        json.put(
                "locks",
                statement.locks().stream()
                        .map(lock -> Map.of("kind", lock.kind(), "object", lock.object(), "mode", lock.mode()))
                        .toList());
        json.put("locksIncompleteBecause", statement.blindSpot());
        return json;
    }

    private static Map<String, @Nullable Object> chain(ChainResult chain) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("migrations", chain.evidence().migrations());
        json.put("unwound", chain.evidence().unwound());
        json.put("stoppedBecause", chain.evidence().stop());
        json.put("durationMillis", millis(chain.evidence().duration()));
        return json;
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule", finding.rule().value());
        json.put("severity", finding.severity());
        json.put("database", finding.engine());
        json.put("migration", finding.migration());
        json.put("step", finding.step());
        json.put("message", finding.headline());
        json.put("location", finding.location().map(Object::toString));
        json.put("statement", finding.statement());
        json.put("evidence", finding.evidence());
        json.put("effect", finding.effect());
        json.put("safeWay", finding.safeWay());
        json.put("allowance", finding.allowance());
        return json;
    }

    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 1e4) / 100.0;
    }
}
