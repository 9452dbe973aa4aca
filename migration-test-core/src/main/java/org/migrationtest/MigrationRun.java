package org.migrationtest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.migrationtest.data.RowKeys;
import org.migrationtest.data.TableFingerprint;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.Dialect;
import org.migrationtest.database.Dialects;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.evidence.StepFailure;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.run.Chain;
import org.migrationtest.run.ChainSettings;
import org.migrationtest.schema.SchemaSnapshot;
import org.migrationtest.schema.TableName;
import org.migrationtest.source.MigrationFailedException;

/**
 * A database that a test moves from migration to migration itself, writing rows and looking at them in between. It begins
 * without a migration, and has no rows but those that the migrations and the test write. Migrations are named by id or
 * label. Used by one thread at a time.
 */
public final class MigrationRun implements AutoCloseable {
    private final CheckPlan plan;
    private final EngineVersion engine;
    private final Dialect dialect;
    private final Chain chain;
    private final RowWriter writer;
    private Map<TableName, TableFingerprint> before = Map.of();
    private @Nullable Connection connection;

    private MigrationRun(CheckPlan plan, EngineVersion engine) {
        CheckSettings settings = plan.settings();
        this.plan = plan;
        this.engine = engine;
        this.dialect = Dialects.of(engine);
        this.writer = new RowWriter(Providers.seeder(engine.engine()), settings.seed());
        this.chain = Chain.open(
                DatabaseServers.get(engine, settings.database()),
                dialect,
                plan.source(),
                plan.catalog(),
                Optional.empty(),
                new ChainSettings(0, settings.seed(), 0, settings.timeLimit()));
    }

    static MigrationRun open(CheckPlan plan) {
        return new MigrationRun(plan, plan.engines().get(0));
    }

    /**
     * Makes this migration the newest that is applied, forwards or backwards.
     *
     * @throws MigrationFailedException if a migration fails on the way
     */
    public MigrationRun to(String migration) {
        int wanted = indexOf(migration) + 1;
        return wanted < chain.applied() ? back(wanted) : forth(wanted);
    }

    /**
     * Applies all migrations up to this one, itself included.
     *
     * @throws MigrationFailedException if one fails
     * @throws IllegalArgumentException if it is applied already
     */
    public MigrationRun up(String migration) {
        int wanted = indexOf(migration) + 1;
        if (wanted <= chain.applied()) {
            throw new IllegalArgumentException(migration + " cannot be applied: it is already");
        }
        return forth(wanted);
    }

    /**
     * Rolls all migrations back down to this one, itself included.
     *
     * @throws MigrationFailedException if one fails, or has no way back
     * @throws IllegalArgumentException if it is not applied
     */
    public MigrationRun down(String migration) {
        int wanted = indexOf(migration);
        if (wanted >= chain.applied()) {
            throw new IllegalArgumentException(migration + " cannot be rolled back: it is not applied");
        }
        return back(wanted);
    }

    /**
     * Writes a row.
     *
     * @param table the table, with its schema where several have one of that name
     * @param row sets the columns that matter; others that must have a value and have no default are given a valid one
     * @throws IllegalArgumentException if the row cannot be written; the message has the server's words
     */
    public MigrationRun insert(String table, Consumer<RowValues> row) {
        TableName name = table(table).name();
        RowValues values = new RowValues();
        row.accept(values);
        try {
            writer.insert(connection(), name, values.columns());
        } catch (SQLException e) {
            throw new IllegalArgumentException(
                    "No row with " + values + " can be written to " + name + " after " + newest() + ": "
                            + e.getMessage(),
                    e);
        }
        return this;
    }

    /**
     * Writes generated rows.
     *
     * @throws IllegalArgumentException if no valid rows can be generated; the message names what stands in the way
     */
    public MigrationRun fill(String table, long rows) {
        TableName name = table(table).name();
        try {
            writer.fill(connection(), name, rows);
        } catch (SQLException e) {
            throw new IllegalArgumentException(name + " could not be filled: " + e.getMessage(), e);
        }
        return this;
    }

    /** The rows of a table, now and before the last move. */
    public TableRows table(String table) {
        return TableRows.find(connection(), dialect, table, before);
    }

    /** The schema as it now is, without the migration tool's own tables. */
    public SchemaSnapshot schema() {
        return chain.schema();
    }

    /** A connection in auto-commit mode, the same until the next move, which closes it. */
    public Connection connection() {
        try {
            if (connection == null) {
                connection = chain.database().connect();
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException("The test database cannot be reached: " + e.getMessage(), e);
        }
    }

    /** New connections to the database; close them before the next move. */
    public DataSource dataSource() {
        return chain.database().dataSource();
    }

    private int indexOf(String migration) {
        return Grouping.indexOf(plan.catalog().migrations(), migration, "");
    }

    private String newest() {
        return chain.applied() == 0
                ? "no migration"
                : plan.catalog().migrations().get(chain.applied() - 1).label();
    }

    private MigrationRun forth(int wanted) {
        leave();
        while (chain.applied() < wanted) {
            Migration next = plan.catalog().migrations().get(chain.applied());
            chain.advance(MigrationGroup.of(next)).ifPresent(this::fail);
        }
        return this;
    }

    private MigrationRun back(int wanted) {
        leave();
        while (chain.applied() > wanted) {
            Migration newest = plan.catalog().migrations().get(chain.applied() - 1);
            if (!newest.wayBack().exists()) {
                throw new MigrationFailedException(
                        "[" + engine + "][" + newest.label() + "][down] there is no way back",
                        null,
                        newest.script(),
                        null);
            }
            chain.retreat().ifPresent(this::fail);
        }
        return this;
    }

    /** Remembers what the tables hold, and gets out of the way of a tool that wants the database for itself. */
    private void leave() {
        try {
            before = fingerprints(connection());
            close(connection);
            connection = null;
        } catch (SQLException e) {
            throw new IllegalStateException("The tables could not be read: " + e.getMessage(), e);
        }
    }

    private Map<TableName, TableFingerprint> fingerprints(Connection on) throws SQLException {
        Map<TableName, TableFingerprint> fingerprints = new HashMap<>();
        for (TableName table : TableRows.tables(on)) {
            fingerprints.put(table, dialect.dataReader().fingerprint(on, table, RowKeys.none(table)));
        }
        return fingerprints;
    }

    private void fail(StepEvidence step) {
        StepFailure failure = step.failure().orElseThrow();
        ScriptLocation where = failure.location().orElse(step.migration().script());
        throw new MigrationFailedException(
                "[" + engine + "][" + step.migration().label() + "]["
                        + step.step().label() + "] " + failure.message() + "\n  at " + where,
                failure.statement().orElse(null),
                where,
                null);
    }

    private static void close(@Nullable Connection connection) throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public void close() {
        try (chain) {
            close(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be left: " + e.getMessage(), e);
        }
    }

    /** The columns of a row that a test cares about. */
    public static final class RowValues {
        private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

        private RowValues() {}

        /**
         * Gives a column a value.
         *
         * @param column as the catalogue has it
         * @param value anything the JDBC driver takes; a text is read as the column's type has it
         */
        public RowValues set(String column, @Nullable Object value) {
            columns.put(column, value);
            return this;
        }

        Map<String, @Nullable Object> columns() {
            return columns;
        }

        @Override
        public String toString() {
            return columns.toString();
        }
    }
}
