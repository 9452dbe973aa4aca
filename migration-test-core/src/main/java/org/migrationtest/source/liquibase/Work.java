package org.migrationtest.source.liquibase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.source.MigrationTarget;

/**
 * Lets Liquibase work on the target: with a connection taken for that piece of work and given back after it, since between
 * two steps the caller may roll back, copy or replace the database.
 */
final class Work implements AutoCloseable {
    private final ChangelogLocation location;
    private final LiquibaseOptions options;
    private final MigrationTarget target;
    private final FirstFound resources;
    private final LiquibaseScope scope;

    Work(ChangelogLocation location, LiquibaseOptions options, MigrationTarget target) {
        this.location = location;
        this.options = options;
        this.target = target;
        this.resources = location.open();
        this.scope = new LiquibaseScope(location.classLoader(), resources);
    }

    /** A piece of work. */
    @FunctionalInterface
    interface Body<T> {
        T on(Database database) throws Exception;
    }

    /** Parses the changelog anew. */
    Changelog parse(Database database) throws Exception {
        return Changelog.parse(location.path(), options, resources, database);
    }

    /** Work on the whole changelog. */
    <T> T alone(Body<T> body) {
        LastStatement sent = new LastStatement();
        return translated(sent, null, () -> scope.runAlone(sent, () -> connected(body)));
    }

    /**
     * Work on one changeset, in the scope in which Liquibase's own iterator would do it.
     *
     * @param script where the part of the changeset begins that is to run
     */
    <T> T on(ScriptLocation script, ChangeSet changeSet, Changelog changelog, Body<T> body) {
        LastStatement sent = new LastStatement();
        Map<String, Object> values =
                Map.of(Scope.Attr.changeSet.name(), changeSet, Scope.Attr.databaseChangeLog.name(), changelog.root());
        return translated(
                sent,
                script,
                () -> scope.run(
                        sent,
                        values,
                        () -> connected(database -> {
                            changelog.root().setRuntimeEnvironment(changelog.environment(database));
                            return body.on(database);
                        })));
    }

    @Override
    public void close() {
        try {
            resources.close();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private <T> T connected(Body<T> body) throws Exception {
        try (Connection connection = target.dataSource().getConnection();
                Databases.Open open = Databases.Open.over(connection, options)) {
            Database database = open.database();
            try {
                return Scope.child(Map.of(Scope.Attr.database.name(), database), () -> body.on(database));
            } catch (Exception | LinkageError failed) {
                rollBack(connection, failed);
                throw failed;
            }
        }
    }

    private static void rollBack(Connection connection, Throwable failed) {
        try {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException broken) {
            failed.addSuppressed(broken);
        }
    }

    private static <T> T translated(
            LastStatement sent, @Nullable ScriptLocation location, LiquibaseScope.Work<T> work) {
        try {
            return work.run();
        } catch (Exception | LinkageError error) {
            throw Failures.step(error, sent, location);
        }
    }
}
