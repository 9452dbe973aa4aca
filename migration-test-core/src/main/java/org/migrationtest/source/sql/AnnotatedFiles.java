package org.migrationtest.source.sql;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationtest.source.sql.Annotations.Tool;

/**
 * Names and order of the files of Goose (a number, in numeric order) and sql-migrate (the whole file name, those with a
 * number first). Source: Goose {@code migrate.go}, sql-migrate {@code migrate.go}.
 */
final class AnnotatedFiles {
    private static final Pattern GOOSE_NAME = Pattern.compile("0*([1-9]\\d*)_(.*)\\.sql");
    private static final Pattern LEADING_NUMBER = Pattern.compile("^\\d+");
    private static final BigInteger LAST = BigInteger.TWO.pow(64);

    private AnnotatedFiles() {}

    static boolean isGoose(ScriptFile file) {
        return gooseNamed(file) && Tool.GOOSE.marks(file);
    }

    static boolean gooseNamed(ScriptFile file) {
        return GOOSE_NAME.matcher(file.name()).matches();
    }

    static boolean isSqlMigrate(ScriptFile file) {
        return sqlMigrateNamed(file) && Tool.SQL_MIGRATE.marks(file);
    }

    static boolean sqlMigrateNamed(ScriptFile file) {
        return file.isScript() && !file.inSubfolder();
    }

    static List<SqlMigration> readGoose(List<ScriptFile> files) {
        SortedMap<Long, SqlMigration> migrations = new TreeMap<>();
        for (ScriptFile file : files) {
            Matcher name = GOOSE_NAME.matcher(file.name());
            if (name.matches()) {
                long version = Versions.number(file, name.group(1));
                String written = file.name().substring(0, file.name().indexOf('_'));
                SqlMigration migration = Annotations.read(
                        Tool.GOOSE, file, Long.toString(version), Versions.label(written, name.group(2)));
                SqlMigration twin = migrations.putIfAbsent(version, migration);
                if (twin != null) {
                    throw Versions.duplicate(migration.id(), twin.up().file(), file);
                }
            }
        }
        return new ArrayList<>(migrations.values());
    }

    static List<SqlMigration> readSqlMigrate(List<ScriptFile> files) {
        return files.stream()
                .sorted(Comparator.comparing(AnnotatedFiles::leadingNumber).thenComparing(ScriptFile::name))
                .map(file -> Annotations.read(
                        Tool.SQL_MIGRATE, file, file.name(), file.name().replaceFirst("\\.sql$", "")))
                .toList();
    }

    private static BigInteger leadingNumber(ScriptFile file) {
        Matcher number = LEADING_NUMBER.matcher(file.name());
        return number.find() ? new BigInteger(number.group()) : LAST;
    }
}
