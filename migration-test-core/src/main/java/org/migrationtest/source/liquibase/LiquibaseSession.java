package org.migrationtest.source.liquibase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.database.Database;
import liquibase.exception.RollbackFailedException;
import org.migrationtest.migration.Migration;
import org.migrationtest.schema.TableName;
import org.migrationtest.source.HistoryEntry;
import org.migrationtest.source.MigrationCatalog;
import org.migrationtest.source.MigrationFailedException;
import org.migrationtest.source.MigrationSession;
import org.migrationtest.source.MigrationTarget;

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
    private final Map<String, ChangeSet> changeSets = new HashMap<>();
    private final HistoryTables tables;
    private Changelog changelog;

    private LiquibaseSession(Work work, Changelog changelog, HistoryTables tables) {
        this.work = work;
        this.tables = tables;
        this.changelog = changelog;
        remember(changelog);
    }

    static LiquibaseSession open(
            ChangelogLocation location, LiquibaseOptions options, MigrationCatalog catalog, MigrationTarget target) {
        Work work = new Work(location, options, target);
        try {
            return work.alone(database -> {
                HistoryTables tables = HistoryTables.of(database);
                return new LiquibaseSession(work, work.parse(database), tables);
            });
        } catch (RuntimeException failed) {
            work.close();
            throw failed;
        }
    }

    @Override
    public void prepare() {
        work.alone(database -> {
            history().getChangeLogService(database).init();
            changelog.root().validate(database, changelog.contexts(), changelog.labels());
            database.commit();
            return this;
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

    @Override
    public void down(Migration migration) {
        if (!migration.wayBack().exists()) {
            throw new IllegalArgumentException(migration.label() + " has no way back: " + migration.wayBack());
        }
        ChangeSet changeSet = changeSet(migration);
        work.on(migration, changeSet, changelog, database -> {
            rollBack(changeSet, database);
            database.removeRanStatus(changeSet);
            database.commit();
            return this;
        });
    }

    @Override
    public HistoryEntry history(Connection connection, Migration migration) throws SQLException {
        ChangeSet changeSet = changeSet(migration);
        try (PreparedStatement statement = connection.prepareStatement(tables.count())) {
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
        return tables.names();
    }

    @Override
    public void close() {
        work.close();
    }

    private void run(Migration migration, boolean again) {
        ChangeSet known = changeSet(migration);
        work.on(migration, known, changelog, database -> {
            ChangeSet changeSet = fresh(known, migration, database);
            changeSet.clearCheckSum();
            changeSet.setStoredCheckSum(changeSet.generateCheckSum(liquibase.ChecksumVersion.latest()));
            UnmetPrecondition unmet = new UnmetPrecondition();
            ExecType outcome = changeSet.execute(changelog.root(), unmet, database);
            if (outcome == ExecType.SKIPPED || outcome == ExecType.FAILED) {
                throw new MigrationFailedException(
                        unmet.reason()
                                .map(reason -> "Liquibase skipped it without writing it to its history, so nothing was"
                                        + " tested: " + reason)
                                .orElseGet(() ->
                                        "it failed, and failOnError=\"false\" lets Liquibase go on without writing it"
                                                + " to its history: " + changeSet.getErrorMsg()),
                        null,
                        migration.script(),
                        null);
            }
            database.markChangeSetExecStatus(changeSet, again ? ExecType.RERAN : outcome);
            database.commit();
            return this;
        });
    }

    private static void rollBack(ChangeSet changeSet, Database database)
            throws RollbackFailedException, Failures.Explained {
        try {
            changeSet.rollback(database);
        } catch (RollbackFailedException failed) {
            if (changeSet.getExecType() != ExecType.MARK_RAN) {
                throw failed;
            }
            throw new Failures.Explained(
                    "Its precondition had marked the changeset as run without running it; Liquibase rolls back such a"
                            + " changeset like any other.",
                    failed);
        }
    }

    /**
     * A changeset object keeps the outcome of its last run, and reports it again if nothing overwrites it: one that was
     * marked as run would be so for ever, also when its precondition is met now. Then it takes a new object.
     */
    private ChangeSet fresh(ChangeSet changeSet, Migration migration, Database database) throws Exception {
        ExecType last = changeSet.getExecType();
        if (last == null || last == ExecType.EXECUTED) {
            return changeSet;
        }
        changelog = work.parse(database);
        remember(changelog);
        changelog.root().validate(database, changelog.contexts(), changelog.labels());
        return changeSet(migration);
    }

    private void remember(Changelog parsed) {
        changeSets.clear();
        parsed.accepted()
                .forEach(changeSet -> changeSets.put(Discovery.id(changeSet).value(), changeSet));
    }

    private ChangeSet changeSet(Migration migration) {
        ChangeSet changeSet = changeSets.get(migration.id().value());
        if (changeSet == null) {
            throw new IllegalArgumentException("not a changeset of this changelog: " + migration.id());
        }
        return changeSet;
    }

    private static ChangeLogHistoryServiceFactory history() {
        return Scope.getCurrentScope().getSingleton(ChangeLogHistoryServiceFactory.class);
    }
}
