package org.migrationtest.source.liquibase;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.change.Change;
import liquibase.change.core.EmptyChange;
import liquibase.change.core.RawSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import org.migrationtest.migration.WayBack;

/** Tells how a changeset can be rolled back, without running anything. */
final class WayBacks {
    private WayBacks() {}

    /**
     * As Liquibase decides when it rolls back: what is written replaces what could be generated, and one change that cannot
     * generate its rollback makes the whole changeset irreversible ({@code liquibase.changelog.ChangeSet#rollback}).
     */
    static WayBack of(ChangeSet changeSet, Database database, ChangelogLines lines) {
        List<Change> written = changeSet.getRollback().getChanges();
        if (!written.isEmpty()) {
            return written.stream().allMatch(WayBacks::isEmpty)
                    ? new WayBack.DeclaredEmpty(lines.ofRollback(changeSet))
                    : new WayBack.Written(lines.ofRollback(changeSet));
        }
        List<Change> without = changeSet.getChanges().stream()
                .filter(change -> !change.supportsRollback(database))
                .toList();
        if (without.isEmpty()) {
            return new WayBack.Generated();
        }
        List<String> unavailable = CustomChanges.unavailable(changeSet).stream()
                .map(change -> "the Java change " + change.className() + " is not available here (" + change.problem()
                        + "), so that nobody can tell whether it has a rollback")
                .toList();
        List<String> names = without.stream()
                .filter(change -> !CustomChanges.isUnavailable(change))
                .map(Change::getSerializedObjectName)
                .distinct()
                .toList();
        Stream<String> known = names.isEmpty()
                ? Stream.of()
                : Stream.of(enumerate(names) + (names.size() == 1 ? " has" : " have") + " no generated rollback");
        return new WayBack.None(Stream.concat(known, unavailable.stream()).collect(Collectors.joining("; "))
                + (unavailable.isEmpty() ? " and" : ";") + " none is written");
    }

    private static boolean isEmpty(Change change) {
        return change instanceof EmptyChange
                || (change instanceof RawSQLChange raw && "empty".equalsIgnoreCase(raw.getSql()));
    }

    private static String enumerate(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
