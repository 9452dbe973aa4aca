package org.migrationtest;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.finding.Allowance;
import org.migrationtest.finding.RuleId;
import org.migrationtest.finding.Severity;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.report.CheckReport;
import org.migrationtest.report.RunResult;

/**
 * The one entry: takes every migration up, down and up again on real databases with rows in them, and judges. Immutable;
 * each method returns a check with one thing decided.
 *
 * <pre>{@code
 * CheckReport report = MigrationCheck.of("flyway", "filesystem:src/main/resources/db/migration")
 *         .databases("postgres:15", "postgres:17")
 *         .rows(1_000)
 *         .run();
 * }</pre>
 */
public final class MigrationCheck {
    private final CheckSettings settings;
    private final ClassLoader classLoader;

    private MigrationCheck(CheckSettings settings, ClassLoader classLoader) {
        this.settings = settings;
        this.classLoader = classLoader;
    }

    /** A check of these settings. */
    public static MigrationCheck of(CheckSettings settings) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return new MigrationCheck(settings, context == null ? MigrationCheck.class.getClassLoader() : context);
    }

    /**
     * A check of the migrations of a tool.
     *
     * @param source {@code flyway}, {@code liquibase} or {@code sql}
     * @param locations where they are, {@code classpath:…} or {@code filesystem:…}; none for the conventional place
     */
    public static MigrationCheck of(String source, String... locations) {
        return of(CheckSettings.defaults()).source(source).locations(locations);
    }

    /** Where class-path locations are looked up; the thread's context class loader if this is not called. */
    public MigrationCheck classLoader(ClassLoader loader) {
        return new MigrationCheck(settings, loader);
    }

    /** Replaces everything that a {@code migrationtest.*} property in the map sets. */
    public MigrationCheck properties(Map<String, String> properties) {
        return with(new CheckProperties(properties)::change);
    }

    /** With this tool's migrations: {@code flyway}, {@code liquibase}, {@code sql}. */
    public MigrationCheck source(String source) {
        return with(draft -> draft.source = Optional.of(source));
    }

    /** With the migrations that are there, {@code classpath:…} or {@code filesystem:…}. */
    public MigrationCheck locations(String... locations) {
        return with(draft -> draft.locations = List.of(locations));
    }

    /** On these engine versions: {@code postgres:17}. */
    public MigrationCheck databases(String... databases) {
        return with(draft -> draft.databases = List.of(databases));
    }

    /** With databases that come from there. */
    public MigrationCheck from(DatabaseSettings database) {
        return with(draft -> draft.database = database);
    }

    /** With so many generated rows in each table. */
    public MigrationCheck rows(long rows) {
        return with(draft -> draft.rows = rows);
    }

    /** With so many rows written to each changed table before a roll back. */
    public MigrationCheck exerciseRows(int rows) {
        return with(draft -> draft.exerciseRows = rows);
    }

    /** With values derived from that. */
    public MigrationCheck seed(long seed) {
        return with(draft -> draft.seed = seed);
    }

    /** With at most so much time for one migration in one direction. */
    public MigrationCheck timeLimit(Duration limit) {
        return with(draft -> draft.timeLimit = limit);
    }

    /** Only these make the round trip. */
    public MigrationCheck select(Selection selection) {
        return with(draft -> draft.selection = selection);
    }

    /** These migrations, by id or label, are rolled back together. */
    public MigrationCheck group(String... migrations) {
        return with(draft -> draft.groups.add(List.of(migrations)));
    }

    /** Does or does not roll the whole chain back to nothing as well. */
    public MigrationCheck wholeChain(boolean whole) {
        return with(draft -> draft.wholeChain = whole);
    }

    /** Something is intended. */
    public MigrationCheck allow(Allowance allowance) {
        return with(draft -> draft.allowances.add(allowance));
    }

    /** Breaking a rule is as bad as that. */
    public MigrationCheck severity(RuleId rule, Severity severity) {
        return with(draft -> draft.severities.put(rule, severity));
    }

    /** A further setting of the migration tool, by the tool's own name for it. */
    public MigrationCheck option(String name, String value) {
        return with(draft -> draft.options.put(name, value));
    }

    /** Results go into that folder. */
    public MigrationCheck report(Path folder) {
        return with(draft -> draft.report = folder);
    }

    /** What is decided by now. */
    public CheckSettings settings() {
        return settings;
    }

    /**
     * The whole names of all properties that {@link #properties} understands. In those that end in a name of the user's
     * own a word in capitals stands for it: {@code migrationtest.option.NAME}.
     */
    public static Set<String> propertyNames() {
        return PropertyNames.all();
    }

    private MigrationCheck with(Consumer<SettingsDraft> change) {
        SettingsDraft draft = new SettingsDraft(settings);
        change.accept(draft);
        return new MigrationCheck(draft.done(), classLoader);
    }

    /**
     * Finds out what there is to do, from files and settings alone.
     *
     * @throws org.migrationtest.source.MigrationSourceException if the migrations cannot be read, or none is chosen
     * @throws org.migrationtest.database.DatabaseUnavailableException if an engine is unknown
     */
    public CheckPlan plan() {
        return new CheckPlan(settings, Providers.source(settings, classLoader));
    }

    /** Does all of it, one engine version after the other, and writes nothing. */
    public CheckReport run() {
        return run((engine, group, at, of) -> {});
    }

    /** The same, telling how far it is. */
    public CheckReport run(Progress progress) {
        CheckPlan plan = plan();
        List<RunResult> runs = new ArrayList<>();
        for (EngineVersion engine : plan.engines()) {
            runs.add(run(plan, engine, progress));
        }
        return report(runs, List.of());
    }

    /**
     * What came of a check with these settings, for those who drive {@link CheckPlan#start} themselves.
     *
     * @param problems why something could not be checked, a text each; any of them fails the report
     */
    public CheckReport report(List<RunResult> runs, List<String> problems) {
        return new CheckReport(new TreeMap<>(settings.asText()), runs, problems);
    }

    /**
     * A new database on the first of the engine versions, still without a migration, for a test that moves it itself.
     * Selection and rows have no say here.
     *
     * @throws org.migrationtest.source.MigrationSourceException if the migrations cannot be read
     * @throws org.migrationtest.database.DatabaseUnavailableException if there is no such database to be had
     */
    public MigrationRun open() {
        return MigrationRun.open(select(Selection.ALL).plan());
    }

    private static RunResult run(CheckPlan plan, EngineVersion engine, Progress progress) {
        try (EngineCheck check = plan.start(engine)) {
            List<MigrationGroup> chosen = plan.chosen();
            for (int at = 0; at < chosen.size(); at++) {
                MigrationGroup group = chosen.get(at);
                progress.begins(engine, Optional.of(group), at, chosen.size());
                check.check(group);
                if (plan.wholeChainAfter().equals(Optional.of(group))) {
                    progress.begins(engine, Optional.empty(), at + 1, chosen.size());
                    check.checkWholeChain();
                }
            }
            progress.ends(engine);
            return check.result();
        }
    }

    /** Hears how far a check is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A migration begins.
         *
         * @param group which, or empty for the whole chain
         * @param at how many are done
         * @param of how many there are
         */
        void begins(EngineVersion engine, Optional<MigrationGroup> group, int at, int of);

        /** All of them are done on that engine version, or no more will be. */
        default void ends(EngineVersion engine) {}

        /**
         * Tells it to a person: on a terminal by a line that is written over, elsewhere by a line every ten seconds, so
         * that a short check prints nothing.
         */
        static Progress printed(PrintStream out) {
            return new PrintedProgress(out, PrintedProgress.isTerminal(), System::nanoTime);
        }
    }
}
