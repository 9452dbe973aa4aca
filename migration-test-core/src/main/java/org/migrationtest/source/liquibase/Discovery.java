package org.migrationtest.source.liquibase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import liquibase.ChecksumVersion;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationId;
import org.migrationtest.source.MigrationCatalog;
import org.migrationtest.source.ScriptText;

/** Makes migrations of changesets. */
final class Discovery {
    private static final int NAMED_IN_REMARK = 3;

    private final Changelog changelog;
    private final Database database;
    private final ChangelogLines lines;
    private final Map<String, Integer> shortLabels = new HashMap<>();

    Discovery(Changelog changelog, Database database, ChangelogLines lines) {
        this.changelog = changelog;
        this.database = database;
        this.lines = lines;
        changelog.accepted().forEach(changeSet -> shortLabels.merge(shortLabel(changeSet), 1, Integer::sum));
    }

    /** What Liquibase would run on an empty database, and what it would not. */
    MigrationCatalog catalog() throws Exception {
        List<Migration> migrations = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Map<MigrationId, ScriptText> scripts = new HashMap<>();
        for (ChangeSet changeSet : changelog.accepted()) {
            migrations.add(migration(changeSet));
            Optional<ScriptText> script = Scope.child(database(), () -> Statements.of(changeSet, database));
            script.ifPresent(text -> scripts.put(id(changeSet), text));
        }
        changelog.leftOut().forEach((reason, changeSets) -> remarks.add(leftOut(reason, changeSets)));
        return new MigrationCatalog(migrations, remarks, scripts);
    }

    /** A changeset's identity, as Liquibase writes it. */
    static MigrationId id(ChangeSet changeSet) {
        return new MigrationId(changeSet.toString(false));
    }

    private Migration migration(ChangeSet changeSet) throws Exception {
        // Checksums leave out changes for other databases, and look up in the scope which database that is.
        String checksum = Scope.child(
                database(),
                () -> changeSet.generateCheckSum(ChecksumVersion.latest()).toString());
        return new Migration(
                id(changeSet),
                label(changeSet),
                lines.of(changeSet),
                WayBacks.of(changeSet, database, lines),
                changeSet.isAlwaysRun() || changeSet.isRunOnChange(),
                unavailable(changeSet),
                checksum);
    }

    private static Optional<String> unavailable(ChangeSet changeSet) {
        return CustomChanges.unavailable(changeSet).stream()
                .map(change -> "the Java change " + change.className() + ": " + change.problem())
                .reduce((one, other) -> one + "; " + other);
    }

    private Map<String, Object> database() {
        return Map.of(Scope.Attr.database.name(), database);
    }

    private String label(ChangeSet changeSet) {
        String label = shortLabel(changeSet);
        return shortLabels.getOrDefault(label, 0) == 1 ? label : label + " (" + changeSet.getFilePath() + ")";
    }

    private static String shortLabel(ChangeSet changeSet) {
        return changeSet.getId() + " by " + changeSet.getAuthor();
    }

    private static String leftOut(String reason, List<ChangeSet> changeSets) {
        String named = changeSets.stream()
                .limit(NAMED_IN_REMARK)
                .map(changeSet -> shortLabel(changeSet) + " (" + changeSet.getFilePath() + ")")
                .collect(Collectors.joining(", "));
        int more = changeSets.size() - NAMED_IN_REMARK;
        return "left out, because " + reason + ": " + named + (more > 0 ? " and " + more + " more" : "");
    }
}
