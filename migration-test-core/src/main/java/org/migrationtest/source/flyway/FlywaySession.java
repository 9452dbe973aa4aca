package org.migrationtest.source.flyway;

import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.schema.TableName;
import org.migrationtest.source.HistoryEntry;
import org.migrationtest.source.MigrationFailedException;
import org.migrationtest.source.MigrationSession;
import org.migrationtest.source.MigrationTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flyway on one database, a migration at a time. */
final class FlywaySession implements MigrationSession {
    private static final Logger LOG = LoggerFactory.getLogger(FlywaySession.class);

    private final DataSource dataSource;
    private final Map<String, FlywayMigration> migrations;
    private final FlywayMigration last;
    private final Stage prepare;
    private final Stage up;
    private final Stage down;
    private final FlywayHistory history;

    FlywaySession(FlywaySettings settings, FlywayFiles files, MigrationTarget target) {
        dataSource = target.dataSource();
        migrations = files.migrations().stream().collect(toMap(FlywayMigration::id, Function.identity()));
        last = files.migrations().get(files.migrations().size() - 1);
        prepare = new Stage(settings, files, Phase.PREPARE, dataSource);
        up = new Stage(settings, files, Phase.UP, dataSource);
        down = new Stage(settings, files, Phase.DOWN, dataSource);
        history = new FlywayHistory(historyTable(settings.configuration()));
    }

    @Override
    public void prepare() {
        ScriptLocation place = new ScriptLocation("the preparation of " + history.table(), Optional.empty(), 1);
        try {
            prepare.migrate();
        } catch (FlywayException failure) {
            throw FlywayFailure.of(failure, place);
        }
    }

    @Override
    public void up(Migration migration) {
        apply(find(migration));
    }

    @Override
    public void repeat(Migration migration) {
        FlywayMigration repeated = find(migration);
        if (!repeated.repeatable()) {
            throw new IllegalArgumentException(migration.label() + " is not repeatable");
        }
        hidden(repeated, () -> apply(repeated));
    }

    @Override
    public void down(Migration migration) {
        FlywayMigration undone = find(migration);
        LoadableResource undo = undone.undo();
        if (undo == null) {
            throw new IllegalArgumentException(migration.label() + " has no undo script");
        }
        hidden(undone, () -> {
            one(() -> down.migrate(undo), Locations.of(undo, 1));
            // Flyway has written that it applied a migration of this version: the undo script.
            sql(connection -> history.delete(connection, undone));
        });
    }

    @Override
    public HistoryEntry history(Connection connection, Migration migration) throws SQLException {
        return history.read(connection, find(migration));
    }

    @Override
    public Set<TableName> historyTables() {
        return Set.of(history.table());
    }

    @Override
    public void close() {
        // Flyway closes every connection it took when a command ends.
    }

    private void apply(FlywayMigration migration) {
        try {
            one(() -> up.migrate(migration.up()), migration.up().location());
        } catch (MigrationFailedException failure) {
            if (migration.equals(last) || !appliedDespite(failure, migration)) {
                throw failure;
            }
            // afterMigrate and its kin are written for the end of a deployment, and may use what later migrations make.
            LOG.debug("A callback failed after {}; it counts after {} only", migration.name(), last.name(), failure);
        }
    }

    private static void one(IntSupplier migrate, ScriptLocation script) {
        int executed;
        try {
            executed = migrate.getAsInt();
        } catch (FlywayException failure) {
            throw FlywayFailure.of(failure, script);
        }
        if (executed != 1) {
            throw new MigrationFailedException(
                    "Flyway ran " + executed + " migrations instead of one: to its history, this one is not due"
                            + " (applied already, or below a newer or a baseline version)",
                    null,
                    script,
                    null);
        }
    }

    /** Runs something while Flyway does not see that the migration is applied. */
    private void hidden(FlywayMigration migration, Runnable work) {
        sql(connection -> {
            if (!history.hide(connection, migration)) {
                throw new MigrationFailedException(
                        "Flyway's history " + history.table() + " has no row of a successful " + migration.name(),
                        null,
                        migration.up().location(),
                        null);
            }
        });
        try {
            work.run();
        } catch (MigrationFailedException failure) {
            try {
                sql(connection -> history.restore(connection, migration));
            } catch (MigrationFailedException unrestored) {
                failure.addSuppressed(unrestored);
            }
            throw failure;
        }
        sql(history::forget);
    }

    private boolean appliedDespite(MigrationFailedException failure, FlywayMigration migration) {
        try (Connection connection = dataSource.getConnection()) {
            return history.read(connection, migration).contains();
        } catch (SQLException unknown) {
            failure.addSuppressed(unknown);
            return false;
        }
    }

    private void sql(Work work) {
        try (Connection connection = dataSource.getConnection()) {
            work.on(connection);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException failure) {
            throw new MigrationFailedException(
                    "Flyway's history " + history.table() + " cannot be read or corrected: " + failure.getMessage(),
                    null,
                    null,
                    failure);
        }
    }

    private FlywayMigration find(Migration migration) {
        FlywayMigration found = migrations.get(migration.id().value());
        if (found == null) {
            throw new IllegalArgumentException(migration.label() + " is no migration of this source");
        }
        return found;
    }

    /** Where Flyway keeps its history: the default schema, else the first one, else the connection's current one. */
    private TableName historyTable(Configuration configuration) {
        String schema = configuration.getDefaultSchema();
        if (schema == null && configuration.getSchemas().length > 0) {
            schema = configuration.getSchemas()[0];
        }
        return new TableName(schema == null ? currentSchema() : schema, configuration.getTable());
    }

    private String currentSchema() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_schema()")) {
            row.next();
            return Optional.ofNullable(row.getString(1))
                    .orElseThrow(() -> new MigrationFailedException(
                            "The search path names no schema that exists, so Flyway does not know where to keep its"
                                    + " history; set the option defaultSchema.",
                            null,
                            null,
                            null));
        } catch (SQLException failure) {
            throw new MigrationFailedException(String.valueOf(failure.getMessage()), null, null, failure);
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
