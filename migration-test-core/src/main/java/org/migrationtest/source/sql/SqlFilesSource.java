package org.migrationtest.source.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationtest.source.MigrationCatalog;
import org.migrationtest.source.MigrationSession;
import org.migrationtest.source.MigrationSource;
import org.migrationtest.source.MigrationSourceException;
import org.migrationtest.source.MigrationTarget;

/** The files of some locations, all of one layout. They are read once, so that every session runs the same text. */
final class SqlFilesSource implements MigrationSource {
    private static final int NAMES_SHOWN = 3;

    private final List<String> locations;
    private final Optional<Layout> wanted;
    private final ClassLoader classLoader;
    private @Nullable Content content;

    SqlFilesSource(List<String> locations, Optional<Layout> wanted, ClassLoader classLoader) {
        this.locations = List.copyOf(locations);
        this.wanted = wanted;
        this.classLoader = classLoader;
    }

    private record Content(Layout layout, List<SqlMigration> migrations, List<String> remarks) {}

    @Override
    public String tool() {
        return "SQL files";
    }

    @Override
    public MigrationCatalog discover() {
        Content found = content();
        return new MigrationCatalog(
                found.migrations.stream().map(SqlMigration::migration).toList(),
                found.remarks,
                found.migrations.stream()
                        .collect(Collectors.toMap(one -> one.migration().id(), SqlMigration::text)));
    }

    @Override
    public MigrationSession open(MigrationCatalog catalog, MigrationTarget target) {
        Content found = content();
        return new SqlFilesSession(found.layout, found.migrations, target.dataSource());
    }

    private synchronized Content content() {
        if (content == null) {
            content = read();
        }
        return content;
    }

    private Content read() {
        List<ScriptFile> files = Locations.read(locations, classLoader);
        Layout layout = wanted.orElseGet(() -> recognised(files));
        List<ScriptFile> taken = files.stream().filter(layout::takes).toList();
        if (taken.isEmpty()) {
            throw nothing(files, "of the layout " + layout.option() + " (option: layout)");
        }
        if (layout == Layout.GOOSE) {
            refuseCode(files);
        }
        return new Content(layout, layout.read(taken), remarks(files, layout));
    }

    private Layout recognised(List<ScriptFile> files) {
        List<Layout> seen = Arrays.stream(Layout.values())
                .filter(layout -> files.stream().anyMatch(layout::speaksFor))
                .toList();
        if (seen.isEmpty()) {
            throw nothing(files, "of a known layout");
        }
        if (seen.size() > 1) {
            throw new MigrationSourceException("The files in " + where() + " are of more than one layout:\n"
                    + seen.stream()
                            .map(layout -> "  " + layout.option() + ": "
                                    + names(files.stream()
                                            .filter(layout::speaksFor)
                                            .toList()))
                            .collect(Collectors.joining("\n"))
                    + "\nName the one to use with the option layout, or give each a folder of its own.");
        }
        return seen.get(0);
    }

    private MigrationSourceException nothing(List<ScriptFile> files, String what) {
        return new MigrationSourceException(
                "No SQL migrations: " + where() + " has no files " + what + ". Found there: "
                        + names(files) + ". The layouts are:\n" + Layout.described()
                        + "\nName the files so, or point the setting locations at the folder that holds them.");
    }

    /** Goose runs them between the scripts, so a chain without them is not what runs in production. */
    private static void refuseCode(List<ScriptFile> files) {
        List<ScriptFile> code = files.stream()
                .filter(file -> file.name().matches("\\d+_.*(?<!_test)\\.go"))
                .toList();
        if (!code.isEmpty()) {
            throw new MigrationSourceException("Goose migrations written in Go cannot be run from here: " + names(code)
                    + ". Without them the chain would not be the one that runs in production. Write them as SQL.");
        }
    }

    private static List<String> remarks(List<ScriptFile> files, Layout layout) {
        List<String> remarks = new ArrayList<>();
        for (ScriptFile file : files) {
            if (file.isScript() && !layout.takes(file)) {
                remarks.add(file.display() + " is left out: its name is none that " + layout.tool() + " reads");
            }
        }
        return remarks;
    }

    private String where() {
        return String.join(", ", locations);
    }

    private static String names(List<ScriptFile> files) {
        if (files.isEmpty()) {
            return "no files";
        }
        String first =
                files.stream().limit(NAMES_SHOWN).map(ScriptFile::display).collect(Collectors.joining(", "));
        return files.size() > NAMES_SHOWN ? first + " and " + (files.size() - NAMES_SHOWN) + " more" : first;
    }
}
