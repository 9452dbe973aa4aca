package org.migrationtest.source.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationtest.source.MigrationSourceException;

/**
 * One file with two sections, as dbmate reads it: in the order of the files' names, each section sent in one piece, in a
 * transaction unless its marker says {@code transaction:false}. Source: dbmate {@code pkg/dbmate/migration.go}, v2.
 */
final class DbmateFiles {
    private static final Pattern NAME = Pattern.compile("(\\d+)(.*)\\.sql");
    private static final Pattern UP =
            Pattern.compile("^--\\s*migrate:up(?:[ \\t]*\\r?$|\\s+\\S.*$)", Pattern.MULTILINE);
    private static final Pattern DOWN =
            Pattern.compile("^--\\s*migrate:down(?:[ \\t]*\\r?$|\\s+\\S.*$)", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("^(?!\\s*--)(?!\\s*$).+", Pattern.MULTILINE);

    private DbmateFiles() {}

    static boolean named(ScriptFile file) {
        return NAME.matcher(file.name()).matches();
    }

    static boolean recognises(ScriptFile file) {
        return named(file)
                && (UP.matcher(file.content()).find()
                        || DOWN.matcher(file.content()).find());
    }

    static List<SqlMigration> read(List<ScriptFile> files) {
        Map<String, ScriptFile> versions = new HashMap<>();
        List<SqlMigration> migrations = new ArrayList<>();
        for (ScriptFile file : files) {
            SqlMigration migration = migration(file);
            ScriptFile twin = versions.putIfAbsent(migration.id(), file);
            if (twin != null) {
                throw Versions.duplicate(migration.id(), twin, file);
            }
            migrations.add(migration);
        }
        return migrations;
    }

    private static SqlMigration migration(ScriptFile file) {
        Matcher name = NAME.matcher(file.name());
        List<MatchResult> ups = UP.matcher(file.content()).results().toList();
        List<MatchResult> downs = DOWN.matcher(file.content()).results().toList();
        if (!name.matches() || ups.isEmpty()) {
            throw refused(file, "has no line '-- migrate:up'");
        }
        if (downs.isEmpty()) {
            throw refused(file, "has no line '-- migrate:down' (an empty section is enough)");
        }
        if (ups.size() > 1 || downs.size() > 1) {
            throw refused(
                    file, "has more than one '-- migrate:up' or '-- migrate:down', which dbmate cannot roll back");
        }
        int up = ups.get(0).start();
        int down = downs.get(0).start();
        if (down < up) {
            throw refused(file, "has '-- migrate:down' before '-- migrate:up'");
        }
        if (CODE.matcher(file.content().substring(0, up)).find()) {
            throw refused(file, "has statements before '-- migrate:up'");
        }
        return SqlMigration.of(
                name.group(1),
                Versions.label(name.group(1), name.group(2)),
                SqlScript.section(file, up, down, transactional(ups.get(0).group())),
                Optional.of(SqlScript.section(
                        file,
                        down,
                        file.content().length(),
                        transactional(downs.get(0).group()))),
                "");
    }

    private static boolean transactional(String marker) {
        return !List.of(marker.strip().split("\\s+")).contains("transaction:false");
    }

    private static MigrationSourceException refused(ScriptFile file, String why) {
        return new MigrationSourceException(file.display() + " " + why + ". Write one migration a file:"
                + " '-- migrate:up', statements, '-- migrate:down', statements.");
    }
}
