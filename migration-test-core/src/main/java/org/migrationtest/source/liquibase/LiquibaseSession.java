package org.migrationtest.source.liquibase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import liquibase.ChecksumVersion;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.database.Database;
import liquibase.exception.RollbackFailedException;
import org.jspecify.annotations.Nullable;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationId;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.migration.WayBack;
import org.migrationtest.schema.TableName;
import org.migrationtest.source.HistoryEntry;
import org.migrationtest.source.MigrationFailedException;
import org.migrationtest.source.MigrationSession;

/**
 * Changesets one by one on one database, by the calls that Liquibase's own update and rollback make for each of them
 * ({@code liquibase.changelog.visitor.UpdateVisitor} and {@code RollbackVisitor}), without the lock service and the
 * searching of the whole history around them.
 *
 * <p>A changeset that its precondition marks as run ({@code onFail="MARK_RAN"}) is in the history and has changed nothing:
 * that is what Liquibase does in production, so {@link #up} returns normally, and rolling it back runs its rollback, as
 * Liquibase would. One that Liquibase skips without writing it down ({@code onFail="CONTINUE"}, or a failure with
 * {@code failOnError="false"}) has not been tested, and is a {@link MigrationFailedException}.
 */
final class LiquibaseSession implements MigrationSession {
    private final Work work;
    private final ParsedChangelogs parsed;
    private final Set<MigrationId> marked = new HashSet<>();
    private @Nullable Loaded loaded;
    private @Nullable HistoryTables tables;

    LiquibaseSession(Work work, ParsedChangelogs parsed) {
        this.work = work;
        this.parsed = parsed;
    }

    /** What is known once the changelog has been parsed for this database, which creates the history table. */
    private record Loaded(String kind, Changelog changelog, Map<String, ChangeSet> changeSets) {}

    @Override
    public void prepare() {
        Changelog changelog = loaded().changelog();
        work.alone(database -> {
            Scope.getCurrentScope()
                    .getSingleton(ChangeLogHistoryServiceFactory.class)
                    .getChangeLogService(database)
                    .init();
            changelog.root().validate(database, changelog.contexts(), changelog.labels());
            database.commit();
            return changelog;
        });
    }

    @Override
    public void up(Migration migration) {
        run(migration, false);
    }

    @Override
    public void repeat(Migration migration) {
        if (!migration.repeatable()) {
            throw new IllegalArgumentException(migration.label() + " is neither runAlways nor runOnChange");
        }
        run(migration, true);
    }

    private void run(Migration migration, boolean again) {
        ChangeSet changeSet = changeSet(migration);
        Changelog changelog = loaded().changelog();
        work.on(migration.script(), changeSet, changelog, database -> {
            changeSet.clearCheckSum();
            changeSet.setStoredCheckSum(changeSet.generateCheckSum(ChecksumVersion.latest()));
            Execution execution = new Execution(changeSet);
            ExecType outcome = execution.run(changelog.root(), database);
            if (outcome == ExecType.SKIPPED || outcome == ExecType.FAILED) {
                throw notWrittenDown(migration, changeSet, execution);
            }
            if (outcome == ExecType.MARK_RAN) {
                marked.add(migration.id());
            } else {
                marked.remove(migration.id());
            }
            database.markChangeSetExecStatus(changeSet, again ? ExecType.RERAN : outcome);
            database.commit();
            return outcome;
        });
    }

    @Override
    public void down(Migration migration) {
        if (!migration.wayBack().exists()) {
            throw new IllegalArgumentException(migration.label() + " has no way back: " + migration.wayBack());
        }
        ChangeSet changeSet = changeSet(migration);
        ScriptLocation script =
                migration.wayBack() instanceof WayBack.Written written ? written.script() : migration.script();
        work.on(script, changeSet, loaded().changelog(), database -> {
            rollBack(migration, changeSet, database);
            database.removeRanStatus(changeSet);
            database.commit();
            return changeSet;
        });
    }

    @Override
    public HistoryEntry history(Connection connection, Migration migration) throws SQLException {
        ChangeSet changeSet = changeSet(migration);
        try (PreparedStatement statement = connection.prepareStatement(tables().count())) {
            statement.setString(1, changeSet.getId());
            statement.setString(2, changeSet.getAuthor());
            statement.setString(3, changeSet.getFilePath());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new HistoryEntry(row.getLong(1), row.getLong(2) > 0);
            }
        }
    }

    @Override
    public Set<TableName> historyTables() {
        return tables().names();
    }

    @Override
    public void close() {
        if (loaded != null) {
            parsed.giveBack(loaded.kind(), loaded.changelog());
            loaded = null;
        }
        work.close();
    }

    private static MigrationFailedException notWrittenDown(
            Migration migration, ChangeSet changeSet, Execution execution) {
        String message = execution
                .unmetPrecondition()
                .map(reason ->
                        "Liquibase skipped it without writing it to its history, so nothing was tested: " + reason)
                .orElseGet(() -> "it failed, and failOnError=\"false\" lets Liquibase go on without writing it to its"
                        + " history: " + changeSet.getErrorMsg());
        return new MigrationFailedException(message, null, migration.script(), null);
    }

    private void rollBack(Migration migration, ChangeSet changeSet, Database database)
            throws RollbackFailedException, Failures.Explained {
        try {
            changeSet.rollback(database);
        } catch (RollbackFailedException failed) {
            if (!marked.contains(migration.id())) {
                throw failed;
            }
            throw new Failures.Explained(
                    "Its precondition had marked the changeset as run without running it; Liquibase rolls back such a"
                            + " changeset like any other.",
                    failed);
        }
    }

    private ChangeSet changeSet(Migration migration) {
        ChangeSet changeSet = loaded().changeSets().get(migration.id().value());
        if (changeSet == null) {
            throw new IllegalArgumentException("not a changeset of this changelog: " + migration.id());
        }
        return changeSet;
    }

    private Loaded loaded() {
        if (loaded == null) {
            loaded = work.alone(database -> {
                Changelog changelog = parsed.take(database, work::parse);
                Map<String, ChangeSet> changeSets = new HashMap<>();
                changelog
                        .accepted()
                        .forEach(changeSet ->
                                changeSets.put(Discovery.id(changeSet).value(), changeSet));
                return new Loaded(ParsedChangelogs.kind(database), changelog, changeSets);
            });
        }
        return loaded;
    }

    private HistoryTables tables() {
        if (tables == null) {
            tables = work.alone(HistoryTables::of);
        }
        return tables;
    }
}
