package org.migrationtest.source.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationId;
import org.migrationtest.schema.TableName;
import org.migrationtest.source.HistoryEntry;
import org.migrationtest.source.MigrationFailedException;
import org.migrationtest.source.MigrationSession;

/** Runs scripts on one database, a connection a step, as a new run of the tool would have. */
final class SqlFilesSession implements MigrationSession {
    private final Layout layout;
    private final History history;
    private final Map<MigrationId, SqlMigration> byId = new HashMap<>();
    private final List<MigrationId> order;
    private final DataSource dataSource;
    private @Nullable String schema;

    SqlFilesSession(Layout layout, List<SqlMigration> migrations, DataSource dataSource) {
        this.layout = layout;
        this.history = layout.history();
        this.dataSource = dataSource;
        this.order = migrations.stream().map(one -> one.migration().id()).toList();
        migrations.forEach(one -> byId.put(one.migration().id(), one));
    }

    @Override
    public void prepare() {
        try (Connection connection = dataSource.getConnection()) {
            history.create(connection);
            schema();
        } catch (SQLException e) {
            throw new MigrationFailedException(
                    "The history table " + history.table() + " cannot be created: " + PostgresDriver.message(e),
                    null,
                    null,
                    e);
        }
    }

    @Override
    public void up(Migration migration) {
        SqlMigration known = known(migration);
        step(known.up(), new History.Transition(known.id(), true, known.id()));
    }

    @Override
    public void down(Migration migration) {
        SqlMigration known = known(migration);
        SqlScript down =
                known.down().orElseThrow(() -> new IllegalArgumentException(migration.label() + " has no way back"));
        int position = order.indexOf(migration.id());
        String before = position == 0 ? "" : order.get(position - 1).value();
        step(down, new History.Transition(known.id(), false, before));
    }

    @Override
    public void repeat(Migration migration) {
        throw new IllegalArgumentException(migration.label() + " is not repeatable: no layout of SQL files has such");
    }

    @Override
    public HistoryEntry history(Connection connection, Migration migration) throws SQLException {
        TableName table = new TableName(schema(), history.table());
        String qualified = quoted(table.schema()) + "." + quoted(table.name());
        return exists(connection, qualified)
                ? history.read(connection, qualified, order, migration.id())
                : new HistoryEntry(0, false);
    }

    @Override
    public Set<TableName> historyTables() {
        return Set.of(new TableName(schema(), history.table()));
    }

    @Override
    public void close() {
        byId.clear();
    }

    private SqlMigration known(Migration migration) {
        SqlMigration known = byId.get(migration.id());
        if (known == null) {
            throw new IllegalArgumentException(migration.label() + " is none of this source");
        }
        return known;
    }

    private void step(SqlScript script, History.Transition transition) {
        try (Connection connection = dataSource.getConnection()) {
            try {
                history.announce(connection, transition);
                ScriptRunner runner = new ScriptRunner(connection, layout, script);
                runner.run();
                note(connection, script, transition);
                if (!connection.getAutoCommit()) {
                    runner.commit();
                    connection.setAutoCommit(true);
                }
            } catch (SQLException | RuntimeException e) {
                undo(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new MigrationFailedException(PostgresDriver.message(e), null, script.location(), e);
        }
    }

    private void note(Connection connection, SqlScript script, History.Transition transition) {
        try {
            history.note(connection, transition);
        } catch (SQLException e) {
            throw new MigrationFailedException(
                    "the script ran, but then " + layout.tool() + "'s history table " + history.table()
                            + " could not be written: " + PostgresDriver.message(e)
                            + "\n  A script that drops or renames that table or its schema, or leaves another search_path"
                            + " behind, fails so with " + layout.tool() + " as well.",
                    null,
                    script.location(),
                    e);
        }
    }

    private static void undo(Connection connection, Exception why) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    /** Found out once: a script may leave a search path behind in which the table is not seen. */
    private String schema() {
        if (schema == null) {
            schema = currentSchema();
        }
        return schema;
    }

    private String currentSchema() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT current_schema()")) {
            rows.next();
            String current = rows.getString(1);
            return current == null ? "public" : current;
        } catch (SQLException e) {
            throw new MigrationFailedException(PostgresDriver.message(e), null, null, e);
        }
    }

    private static boolean exists(Connection connection, String qualified) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            statement.setString(1, qualified);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
