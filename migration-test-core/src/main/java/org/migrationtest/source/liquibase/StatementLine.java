package org.migrationtest.source.liquibase;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.migrationtest.migration.ScriptLocation;

/** Finds the line of a statement in a changeset that is written in SQL. */
final class StatementLine {
    private static final Pattern ROLLBACK = Pattern.compile("(?i)^--\\s*rollback\\s+");

    private StatementLine() {}

    /**
     * Where the statement begins, if the changeset's file shows that beyond doubt; else where the changeset does.
     *
     * @param changeSet where the changeset or its rollback begins
     * @param statement as Liquibase sent it
     */
    static ScriptLocation of(ScriptLocation changeSet, String statement) {
        String first = statement.strip().lines().findFirst().orElse("").strip();
        if (first.isEmpty() || changeSet.file().isEmpty()) {
            return changeSet;
        }
        try {
            List<String> lines = Files.readAllLines(changeSet.file().get());
            int begin = changeSet.line() - 1;
            int end = IntStream.range(Math.min(begin + 1, lines.size()), lines.size())
                    .filter(line -> ChangelogLines.begins(lines.get(line)))
                    .findFirst()
                    .orElse(lines.size());
            int[] found = IntStream.range(begin, end)
                    .filter(line -> written(lines.get(line)).startsWith(first))
                    .toArray();
            return found.length == 1
                    ? new ScriptLocation(changeSet.display(), changeSet.file(), found[0] + 1)
                    : changeSet;
        } catch (IOException unreadable) {
            return changeSet;
        }
    }

    private static String written(String line) {
        return ROLLBACK.matcher(line.strip()).replaceFirst("");
    }
}
