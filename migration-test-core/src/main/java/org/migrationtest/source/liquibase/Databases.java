package org.migrationtest.source.liquibase;

import java.io.File;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.OfflineChangeLogHistoryService;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.OfflineConnection;
import liquibase.database.core.DatabaseUtils;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/** Liquibase's view of a database, made anew for each piece of work, so that nothing it remembers outlives a rollback. */
final class Databases {
    private static final String ENGINE = "postgresql";

    private Databases() {}

    /** PostgreSQL without a server: enough to parse a changelog and to ask which changes can be rolled back. */
    static Database offline(LiquibaseOptions options) throws LiquibaseException {
        // What Liquibase's factory would give is one object for all, which keeps the schema that others set.
        Database database = new PostgresDatabase();
        database.setConnection(new Offline());
        configure(database, options);
        return database;
    }

    /** A database over a connection, which closing gives back as it came. */
    record Open(
            Database database,
            Connection connection,
            @Nullable String searchPath) implements AutoCloseable {
        static Open over(Connection connection, LiquibaseOptions options) throws SQLException, LiquibaseException {
            Optional<String> schema = options.name("defaultSchemaName");
            String searchPath = schema.isPresent() ? showSearchPath(connection) : null;
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new OwnConnection(connection));
            configure(database, options);
            if (schema.isPresent()) {
                DatabaseUtils.initializeDatabase(null, schema.get(), database);
                database.commit();
            }
            return new Open(database, connection, searchPath);
        }

        /** Liquibase sets the search path for a default schema; the connection may be one that others go on using. */
        @Override
        public void close() throws SQLException, LiquibaseException {
            if (searchPath != null) {
                try (PreparedStatement statement =
                        connection.prepareStatement("SELECT set_config('search_path', ?, false)")) {
                    statement.setString(1, searchPath);
                    statement.execute();
                }
                database.commit();
            }
            database.close();
        }

        private static String showSearchPath(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW search_path")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void configure(Database database, LiquibaseOptions options) throws LiquibaseException {
        options.name("databaseChangeLogTableName").ifPresent(database::setDatabaseChangeLogTableName);
        options.name("databaseChangeLogLockTableName").ifPresent(database::setDatabaseChangeLogLockTableName);
        options.name("liquibaseSchemaName").ifPresent(database::setLiquibaseSchemaName);
        Optional<String> schema = options.name("defaultSchemaName");
        if (schema.isPresent()) {
            database.setDefaultSchemaName(schema.get());
        }
    }

    /** A connection to nowhere. */
    private static final class Offline extends OfflineConnection {
        Offline() {
            super("offline:" + ENGINE, null);
        }

        @Override
        protected ChangeLogHistoryService createChangeLogHistoryService(Database database) {
            return new NoHistory(database);
        }
    }

    /** Nothing was ever run, and nothing is written down: Liquibase's own keeps a file in the working folder. */
    private static final class NoHistory extends OfflineChangeLogHistoryService {
        NoHistory(Database database) {
            super(database, new File(""), false, false);
        }

        @Override
        public void init() {}

        @Override
        public List<RanChangeSet> getRanChangeSets() {
            return List.of();
        }
    }

    /**
     * Liquibase finds a database's remembered history by the equality of connections, and takes two that wrap the same JDBC
     * connection for equal. Ours are equal to themselves only.
     */
    private static final class OwnConnection extends JdbcConnection {
        OwnConnection(Connection connection) {
            super(connection);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
