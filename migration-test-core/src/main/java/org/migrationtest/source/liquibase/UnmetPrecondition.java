package org.migrationtest.source.liquibase;

import java.util.Optional;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.precondition.core.PreconditionContainer;
import org.jspecify.annotations.Nullable;

/** Remembers why a changeset's precondition kept it from running. */
final class UnmetPrecondition extends AbstractChangeExecListener {
    private @Nullable String reason;

    @Override
    public void preconditionFailed(PreconditionFailedException error, PreconditionContainer.FailOption onFail) {
        reason = Failures.message(error) + " (onFail=" + onFail + ")";
    }

    @Override
    public void preconditionErrored(PreconditionErrorException error, PreconditionContainer.ErrorOption onError) {
        reason = Failures.message(error) + " (onError=" + onError + ")";
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
