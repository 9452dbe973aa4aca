package org.migrationtest.source.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liquibase.change.Change;
import liquibase.change.core.ExecuteShellCommandChange;
import liquibase.change.core.LoadDataChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import org.migrationtest.source.ScriptText;

/** The SQL that Liquibase would send for a changeset, as far as it can tell without a server and without running code. */
final class Statements {
    private Statements() {}

    /** Empty where a change is code or data of a file, or its SQL depends on what the database holds. */
    static Optional<ScriptText> of(ChangeSet changeSet, Database database) {
        return text(changeSet.getChanges(), database)
                .flatMap(up ->
                        text(changeSet.getRollback().getChanges(), database).map(down -> new ScriptText(up, down)));
    }

    private static Optional<String> text(List<Change> changes, Database database) {
        List<String> statements = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof CustomChangeWrapper
                    || change instanceof ExecuteShellCommandChange
                    || change instanceof LoadDataChange) {
                return Optional.empty();
            }
            try {
                for (Sql sql : SqlGeneratorFactory.getInstance().generateSql(change, database)) {
                    statements.add(sql.toSql());
                }
            } catch (RuntimeException needsTheServer) {
                return Optional.empty();
            }
        }
        return Optional.of(String.join(";\n", statements));
    }
}
