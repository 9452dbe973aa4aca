package org.migrationtest.source.liquibase.code;

import liquibase.change.custom.CustomSqlChange;
import liquibase.change.custom.CustomSqlRollback;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawParameterizedSqlStatement;

/** A change that works, with a rollback and a parameter. */
public final class AddPerson implements CustomSqlChange, CustomSqlRollback {
    private String name = "nobody";

    public void setName(String name) {
        this.name = name;
    }

    @Override
    public SqlStatement[] generateStatements(Database database) {
        return new SqlStatement[] {new RawParameterizedSqlStatement("INSERT INTO person VALUES ('" + name + "')")};
    }

    @Override
    public SqlStatement[] generateRollbackStatements(Database database) {
        return new SqlStatement[] {new RawParameterizedSqlStatement("DELETE FROM person WHERE name = '" + name + "'")};
    }

    @Override
    public String getConfirmationMessage() {
        return "added";
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor resources) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
