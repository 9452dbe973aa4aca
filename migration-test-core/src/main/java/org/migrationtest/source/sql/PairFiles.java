package org.migrationtest.source.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationtest.source.MigrationSourceException;

/**
 * Two files a migration, as golang-migrate reads them: the number in front is the version, whatever the titles say. It
 * sends a file in one piece and begins no transaction itself. Source: golang-migrate {@code source/parse.go} and
 * {@code database/postgres/postgres.go}, v4.
 */
final class PairFiles {
    private static final Pattern NAME = Pattern.compile("(\\d+)_(.*)\\.(up|down)\\.sql");

    private PairFiles() {}

    static boolean recognises(ScriptFile file) {
        return NAME.matcher(file.name()).matches();
    }

    static List<SqlMigration> read(List<ScriptFile> files) {
        SortedMap<Long, ScriptFile> ups = new TreeMap<>();
        SortedMap<Long, ScriptFile> downs = new TreeMap<>();
        for (ScriptFile file : files) {
            Matcher name = match(file);
            long version = Versions.number(file, name.group(1));
            ScriptFile twin = (name.group(3).equals("up") ? ups : downs).putIfAbsent(version, file);
            if (twin != null) {
                throw Versions.duplicate(Long.toString(version), twin, file);
            }
        }
        downs.forEach((version, down) -> {
            if (!ups.containsKey(version)) {
                throw new MigrationSourceException(down.display() + " rolls back version " + version + ", but no file "
                        + version + "_*.up.sql applies it. Add the way up, or delete the file.");
            }
        });
        List<SqlMigration> migrations = new ArrayList<>();
        ups.forEach((version, up) -> migrations.add(migration(version, up, Optional.ofNullable(downs.get(version)))));
        return migrations;
    }

    private static SqlMigration migration(long version, ScriptFile up, Optional<ScriptFile> down) {
        Matcher name = match(up);
        return SqlMigration.of(
                Long.toString(version),
                Versions.label(name.group(1), name.group(2)),
                SqlScript.whole(up, false),
                down.map(file -> SqlScript.whole(file, false)),
                "no " + name.group(1) + "_*.down.sql beside " + up.display());
    }

    private static Matcher match(ScriptFile file) {
        Matcher name = NAME.matcher(file.name());
        if (!name.matches()) {
            throw new IllegalArgumentException(file.name() + " is no half of a pair");
        }
        return name;
    }
}
