package org.migrationtest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.finding.Allowance;
import org.migrationtest.finding.RuleId;
import org.migrationtest.finding.Severity;

/** Settings while one of them is being changed; never leaves the method that made it. */
final class SettingsDraft {
    Optional<String> source;
    List<String> locations;
    Map<String, String> options;
    List<String> databases;
    DatabaseSettings database;
    long rows;
    long seed;
    int exerciseRows;
    Duration timeLimit;
    Selection selection;
    List<List<String>> groups;
    boolean wholeChain;
    Map<RuleId, Severity> severities;
    List<Allowance> allowances;
    Path report;

    SettingsDraft(CheckSettings given) {
        source = given.source();
        locations = given.locations();
        options = new HashMap<>(given.options());
        databases = given.databases();
        database = given.database();
        rows = given.rows();
        seed = given.seed();
        exerciseRows = given.exerciseRows();
        timeLimit = given.timeLimit();
        selection = given.selection();
        groups = new ArrayList<>(given.groups());
        wholeChain = given.wholeChain();
        severities = new HashMap<>(given.severities());
        allowances = new ArrayList<>(given.allowances());
        report = given.report();
    }

    CheckSettings done() {
        return new CheckSettings(
                source,
                locations,
                options,
                databases,
                database,
                rows,
                seed,
                exerciseRows,
                timeLimit,
                selection,
                groups,
                wholeChain,
                severities,
                allowances,
                report);
    }
}
