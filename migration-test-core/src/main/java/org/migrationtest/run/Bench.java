package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.source.MigrationCatalog;
import org.migrationtest.source.MigrationSession;
import org.migrationtest.source.MigrationSource;
import org.migrationtest.source.MigrationTarget;

/** A database that is being worked on: by the migration tool, and by us over a connection of our own. */
final class Bench implements AutoCloseable {
    private final MigrationSource source;
    private final MigrationCatalog catalog;
    private final StatementListener listener;
    private final ToolConnections connections;
    private TestDatabase database;
    private MigrationSession session;
    private @Nullable Connection connection;

    Bench(MigrationSource source, MigrationCatalog catalog, StatementListener listener, TestDatabase database) {
        this.source = source;
        this.catalog = catalog;
        this.listener = listener;
        this.database = database;
        this.connections = new ToolConnections(database.dataSource(), listener);
        this.session = openSession();
    }

    private MigrationSession openSession() {
        DataSource toolsView = connections;
        return source.open(
                catalog, new MigrationTarget(toolsView, database.jdbcUrl(), database.user(), database.password()));
    }

    MigrationSession session() {
        return session;
    }

    ToolConnections connections() {
        return connections;
    }

    TestDatabase database() {
        return database;
    }

    /** Our own connection, opened when first asked for, in auto-commit mode unless somebody changed that. */
    Connection connection() throws SQLException {
        if (connection == null) {
            connection = database.connect();
        }
        return connection;
    }

    /** Ends our own connection, so that the database can be copied or dropped. */
    void release() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    /** A copy of the database as it stands. */
    TestDatabase copy() throws SQLException {
        release();
        return database.copy();
    }

    /** Works on another database from now on; the one so far is dropped. */
    void replace(TestDatabase other) throws SQLException {
        release();
        session.close();
        database.close();
        database = other;
        connections.leadTo(other.dataSource());
        session = openSession();
    }

    /** The same, on a bench of its own, for a copy of the database. */
    Bench twin(TestDatabase other) {
        return new Bench(source, catalog, listener, other);
    }

    @Override
    public void close() throws SQLException {
        release();
        session.close();
        database.close();
    }
}
