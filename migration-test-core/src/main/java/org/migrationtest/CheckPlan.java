package org.migrationtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationtest.database.Dialects;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.git.GitChanges;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.migration.WayBack;
import org.migrationtest.source.MigrationCatalog;
import org.migrationtest.source.MigrationSource;
import org.migrationtest.source.MigrationSourceException;

/** What a check will do, known from files and settings alone, before any database is started. */
public final class CheckPlan {
    private final CheckSettings settings;
    private final MigrationSource source;
    private final MigrationCatalog catalog;
    private final List<EngineVersion> engines;
    private final List<MigrationGroup> groups;
    private final Set<MigrationGroup> chosen;
    private final Set<Migration> rewritten;

    CheckPlan(CheckSettings settings, MigrationSource source) {
        KnownRules.require(settings);
        this.settings = settings;
        this.source = source;
        this.engines = settings.databases().stream()
                .map(EngineVersion::parse)
                .distinct()
                .toList();
        if (engines.isEmpty()) {
            throw new IllegalArgumentException(
                    "No database is named, so nothing would be checked. Name one in @Databases, in the property"
                            + " migrationtest.databases, or in databases(...).");
        }
        engines.forEach(Dialects::of);
        this.catalog = source.discover();
        this.groups = Grouping.group(catalog.migrations(), settings.groups());
        Optional<GitChanges> changes = settings.selection().since().map(this::changesSince);
        this.rewritten = changes.map(this::rewritten).orElse(Set.of());
        this.chosen = choose(changes);
    }

    /** The settings in force. */
    public CheckSettings settings() {
        return settings;
    }

    /** The engine versions, each a run. */
    public List<EngineVersion> engines() {
        return engines;
    }

    /** Every migration or group, in order. */
    public List<MigrationGroup> groups() {
        return groups;
    }

    /** Those that make the round trip, in order, never empty. */
    public List<MigrationGroup> chosen() {
        return groups.stream().filter(chosen::contains).toList();
    }

    /**
     * The chosen migration after which the whole chain is rolled back: the first behind which only such follow as the
     * tool cannot roll back. Empty where the chain is not rolled back at all.
     */
    public Optional<MigrationGroup> wholeChainAfter() {
        if (!settings.wholeChain()) {
            return Optional.empty();
        }
        int last = 0;
        for (int at = 0; at < groups.size(); at++) {
            if (groups.get(at).migrations().stream()
                    .anyMatch(migration -> !(migration.wayBack() instanceof WayBack.NotApplicable))) {
                last = at;
            }
        }
        return groups.stream().skip(last).filter(chosen::contains).findFirst();
    }

    /** Begins the run on one engine version. */
    public EngineCheck start(EngineVersion engine) {
        return new EngineCheck(this, engine);
    }

    /** The tool. */
    public MigrationSource source() {
        return source;
    }

    /** What the tool discovered. */
    public MigrationCatalog catalog() {
        return catalog;
    }

    /** Migrations that the reference has with another content. */
    Set<Migration> rewritten() {
        return rewritten;
    }

    private Set<MigrationGroup> choose(Optional<GitChanges> changes) {
        Selection selection = settings.selection();
        List<Migration> all = catalog.migrations();
        int first = selection.from().map(name -> indexOf(name, "from")).orElse(0);
        if (selection.latest() > 0) {
            first = Math.max(first, all.size() - selection.latest());
        }
        List<Migration> migrations = new ArrayList<>(all.subList(first, all.size()));
        if (!selection.only().isEmpty()) {
            Set<Migration> only = selection.only().stream()
                    .map(name -> all.get(indexOf(name, "only")))
                    .collect(Collectors.toSet());
            migrations.retainAll(only);
        }
        changes.ifPresent(changed -> migrations.removeIf(migration -> !isIn(changed, migration)));
        if (migrations.isEmpty() && rewritten.isEmpty()) {
            throw new MigrationSourceException("None of " + all.size() + " migrations is chosen by " + selection
                    + ", so nothing would be checked. Change from, only, latest or since.");
        }
        return groups.stream()
                .filter(group -> group.migrations().stream().anyMatch(migrations::contains))
                .collect(Collectors.toSet());
    }

    private int indexOf(String name, String setting) {
        return Grouping.indexOf(
                catalog.migrations(),
                name,
                ", named by " + setting + " (in @RollbackRoundTrip, in migrationtest." + setting
                        + ", or in select(...))");
    }

    private GitChanges changesSince(String reference) {
        return catalog.migrations().stream()
                .flatMap(migration -> migration.script().file().stream())
                .findFirst()
                .map(file -> GitChanges.since(file, reference))
                .orElseThrow(() -> new MigrationSourceException("The setting since=" + reference
                        + " needs migrations that are files, and " + source.tool()
                        + " found them elsewhere. Name their folder as filesystem:… in locations."));
    }

    private boolean isIn(GitChanges changes, Migration migration) {
        return files(migration)
                .anyMatch(file ->
                        changes.added().contains(file) || changes.modified().contains(file));
    }

    private Set<Migration> rewritten(GitChanges changes) {
        return catalog.migrations().stream()
                .filter(migration -> !migration.repeatable())
                .filter(migration -> migration
                        .script()
                        .file()
                        .map(file -> changes.modified().contains(real(file)))
                        .orElse(false))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> files(Migration migration) {
        return Stream.concat(
                        Stream.of(migration.script()),
                        migration.wayBack() instanceof WayBack.Written written
                                ? Stream.of(written.script())
                                : Stream.empty())
                .map(ScriptLocation::file)
                .flatMap(Optional::stream)
                .map(CheckPlan::real);
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
