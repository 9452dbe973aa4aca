package org.migrationtest.source.flyway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.ResourceName;
import org.jspecify.annotations.Nullable;
import org.migrationtest.migration.MigrationId;
import org.migrationtest.source.MigrationCatalog;
import org.migrationtest.source.MigrationSourceException;

/** What a project's locations hold, sorted into migrations, undo scripts, callbacks and the rest. */
final class FlywayFiles {
    /** Flyway's own order: versions ascending, then the repeatable ones by description. */
    private static final Comparator<FlywayMigration> ORDER = Comparator.comparing(
                    FlywayMigration::version, Comparator.nullsLast(Comparator.<MigrationVersion>naturalOrder()))
            .thenComparing(FlywayMigration::description);

    private final FlywaySettings settings;
    private final FlywayScan scan;
    private final Names names;
    private final List<FlywayMigration> migrations = new ArrayList<>();
    private final List<LoadableResource> callbacks = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private FlywayFiles(FlywaySettings settings, FlywayScan scan) {
        this.settings = settings;
        this.scan = scan;
        this.names = new Names(settings);
    }

    /** @throws MigrationSourceException as {@link org.migrationtest.source.MigrationSource#discover} says */
    static FlywayFiles read(FlywaySettings settings) {
        try {
            FlywayFiles files = new FlywayFiles(settings, FlywayScan.of(settings.configuration()));
            files.sort();
            return files;
        } catch (FlywayException refused) {
            throw new MigrationSourceException(
                    "Flyway cannot read the migrations at " + settings.locations() + " (" + settings.locationSetting()
                            + "): " + refused.getMessage(),
                    refused);
        }
    }

    List<FlywayMigration> migrations() {
        return migrations;
    }

    List<LoadableResource> callbacks() {
        return callbacks;
    }

    /** The file of exactly this name, which Flyway asks for to find a script's {@code .conf}. */
    @Nullable
    LoadableResource file(String name) {
        return scan.file(name);
    }

    MigrationCatalog toCatalog() {
        return new MigrationCatalog(
                migrations.stream()
                        .map(migration -> migration.toMigration(names.prefixes()))
                        .toList(),
                remarks,
                migrations.stream()
                        .flatMap(migration ->
                                migration.text().stream().map(text -> Map.entry(new MigrationId(migration.id()), text)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private void sort() {
        Map<MigrationVersion, LoadableResource> undos = new TreeMap<>();
        for (LoadableResource file : scan.files()) {
            if (names.isScript(file)) {
                sort(file, undos);
            }
        }
        for (Class<? extends JavaMigration> type : scan.classes()) {
            add(type);
        }
        settings.callbackConfiguration().ifPresent(elsewhere -> {
            callbacks.clear();
            FlywayScan.of(elsewhere).files().stream().filter(names::isCallback).forEach(callbacks::add);
        });
        migrations.sort(ORDER);
        refuseTwins();
        attach(undos);
        FlywayPlaces places = new FlywayPlaces(settings);
        remarks.addAll(places.unusableClasses(scan));
        if (migrations.isEmpty()) {
            throw new MigrationSourceException(places.nothingFound(names.prefixes(), remarks));
        }
        remarks.addAll(places.missing());
    }

    private void sort(LoadableResource file, Map<MigrationVersion, LoadableResource> undos) {
        switch (names.role(file)) {
            case MIGRATION -> {
                ResourceName name = names.parse(file);
                migrations.add(new FlywayMigration(
                        name.getVersion(),
                        name.getDescription(),
                        file.getFilename(),
                        new FlywayMigration.Up.Sql(file),
                        null));
            }
            case UNDO -> {
                MigrationVersion version = names.undoVersion(file);
                LoadableResource twin = undos.put(version, file);
                if (twin != null) {
                    throw twins("undo scripts of version " + version, Locations.display(twin), Locations.display(file));
                }
            }
            case CALLBACK -> callbacks.add(file);
            case BASELINE ->
                remarks.add(Locations.display(file) + " is left out: a baseline migration stands for the"
                        + " versions up to its own, and those are what is tested.");
            case NONE -> remarks.add(Locations.display(file) + " is not run: " + names.reason(file));
        }
    }

    private void add(Class<? extends JavaMigration> type) {
        try {
            JavaMigration code = type.getDeclaredConstructor().newInstance();
            migrations.add(new FlywayMigration(
                    code.getVersion(),
                    code.getDescription(),
                    type.getSimpleName(),
                    new FlywayMigration.Up.Java(code),
                    null));
        } catch (ReflectiveOperationException broken) {
            throw new MigrationSourceException(
                    "The Java migration " + type.getName() + " cannot be made: " + broken
                            + ". It needs a public constructor without arguments that does not fail.",
                    broken);
        }
    }

    private void refuseTwins() {
        for (int i = 1; i < migrations.size(); i++) {
            FlywayMigration one = migrations.get(i - 1);
            FlywayMigration other = migrations.get(i);
            if (one.repeatable() == other.repeatable() && sameKey(one, other)) {
                String what = one.version() == null
                        ? "repeatable migrations named '" + one.description() + "'"
                        : "migrations of version " + one.version();
                throw twins(
                        what,
                        one.up().location().toString(),
                        other.up().location().toString());
            }
        }
    }

    private static boolean sameKey(FlywayMigration one, FlywayMigration other) {
        return one.version() == null
                ? one.description().equals(other.description())
                : one.version().equals(other.version());
    }

    private MigrationSourceException twins(String what, String one, String other) {
        return new MigrationSourceException("There are two " + what + ": " + one + " and " + other
                + ". Flyway refuses that; rename or remove one of them. Looked in " + settings.locations() + " ("
                + settings.locationSetting() + ").");
    }

    private void attach(Map<MigrationVersion, LoadableResource> undos) {
        migrations.replaceAll(migration -> {
            LoadableResource undo = migration.version() == null ? null : undos.remove(migration.version());
            return undo == null ? migration : migration.withUndo(undo);
        });
        undos.forEach((version, undo) -> {
            throw new MigrationSourceException("The undo script " + Locations.display(undo)
                    + " undoes no migration: there is no version " + version + " in " + settings.locations() + " ("
                    + settings.locationSetting() + "). Add " + names.prefixes().versioned() + version
                    + "__*.sql, correct the undo script's version, or remove it.");
        });
    }
}
