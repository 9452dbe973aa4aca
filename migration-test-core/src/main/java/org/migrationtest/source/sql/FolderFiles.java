package org.migrationtest.source.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationtest.source.MigrationSourceException;

/**
 * A folder a migration, as diesel reads it. Source: diesel {@code diesel_migrations/src/file_based_migrations.rs} and
 * {@code migrations_internals}, 2.x: the version is the folder's name up to the first underscore, without dashes; each
 * direction is sent in one piece, in a transaction unless {@code metadata.toml} says otherwise.
 */
final class FolderFiles {
    private static final Pattern NAME = Pattern.compile("([^/]+)/(up\\.sql|down\\.sql|metadata\\.toml)");
    private static final Pattern SWITCH =
            Pattern.compile("^[ \\t]*run_in_transaction[ \\t]*=[ \\t]*(true|false)", Pattern.MULTILINE);

    private FolderFiles() {}

    static boolean recognises(ScriptFile file) {
        return NAME.matcher(file.name()).matches();
    }

    static List<SqlMigration> read(List<ScriptFile> files) {
        SortedMap<String, Map<String, ScriptFile>> folders = new TreeMap<>();
        for (ScriptFile file : files) {
            Matcher name = NAME.matcher(file.name());
            if (name.matches()) {
                folders.computeIfAbsent(name.group(1), folder -> new TreeMap<>())
                        .put(name.group(2), file);
            }
        }
        SortedMap<String, SqlMigration> migrations = new TreeMap<>();
        folders.forEach((folder, parts) -> {
            SqlMigration migration = migration(folder, parts);
            SqlMigration twin = migrations.putIfAbsent(migration.id(), migration);
            if (twin != null) {
                throw Versions.duplicate(
                        migration.id(), twin.up().file(), migration.up().file());
            }
        });
        return new ArrayList<>(migrations.values());
    }

    private static SqlMigration migration(String folder, Map<String, ScriptFile> parts) {
        ScriptFile up = parts.get("up.sql");
        if (up == null) {
            String present = parts.values().iterator().next().display();
            throw new MigrationSourceException(
                    "There is " + present + " but no up.sql beside it, and diesel refuses such"
                            + " a folder. Add the way up, or delete the folder.");
        }
        int underscore = folder.indexOf('_');
        String version = underscore < 0 ? folder : folder.substring(0, underscore);
        String title = underscore < 0 ? "" : folder.substring(underscore + 1);
        boolean transactional = Optional.ofNullable(parts.get("metadata.toml"))
                .map(FolderFiles::transactional)
                .orElse(true);
        return SqlMigration.of(
                version.replace("-", ""),
                Versions.label(version, title),
                SqlScript.whole(up, transactional),
                Optional.ofNullable(parts.get("down.sql")).map(down -> SqlScript.whole(down, transactional)),
                "no down.sql beside " + up.display());
    }

    /** To diesel a metadata.toml that does not hold the switch means false. */
    private static boolean transactional(ScriptFile metadata) {
        Matcher found = SWITCH.matcher(metadata.content());
        return found.find() && found.group(1).equals("true");
    }
}
