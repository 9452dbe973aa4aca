package org.migrationtest.source.liquibase;

import java.util.Optional;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.exception.MigrationFailedException;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.precondition.core.PreconditionContainer;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a changeset, and what came of it. A changeset object keeps the outcome of its last run and reports it
 * again if nothing overwrites it: one that was marked as run would be so for ever, also when its precondition is met now.
 */
final class Execution extends AbstractChangeExecListener {
    private final ChangeSet changeSet;
    private @Nullable String unmet;
    private int begun;
    private int done;

    Execution(ChangeSet changeSet) {
        this.changeSet = changeSet;
    }

    ExecType run(DatabaseChangeLog changelog, Database database) throws MigrationFailedException {
        ExecType before = changeSet.getExecType();
        ExecType after = changeSet.execute(changelog, this, database);
        boolean ran = unmet == null && done > 0 && done == begun;
        return ran && after == before ? ExecType.EXECUTED : after;
    }

    /** Why a precondition kept it from running, if one did. */
    Optional<String> unmetPrecondition() {
        return Optional.ofNullable(unmet);
    }

    @Override
    public void preconditionFailed(PreconditionFailedException error, PreconditionContainer.FailOption onFail) {
        unmet = Failures.message(error) + " (onFail=" + onFail + ")";
    }

    @Override
    public void preconditionErrored(PreconditionErrorException error, PreconditionContainer.ErrorOption onError) {
        unmet = Failures.message(error) + " (onError=" + onError + ")";
    }

    @Override
    public void willRun(Change change, ChangeSet of, DatabaseChangeLog changelog, Database database) {
        begun++;
    }

    @Override
    public void ran(Change change, ChangeSet of, DatabaseChangeLog changelog, Database database) {
        done++;
    }
}
