package org.migrationtest.source.liquibase.code;

import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.exception.SetupException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;

/** A change that can be set up only inside the application's own runtime, as Keycloak's are. */
public final class NeedsRuntime implements CustomTaskChange {
    @Override
    public void execute(Database database) {}

    @Override
    public String getConfirmationMessage() {
        return "done";
    }

    @Override
    public void setUp() throws SetupException {
        throw new SetupException("no session is bound to this thread");
    }

    @Override
    public void setFileOpener(ResourceAccessor resources) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
