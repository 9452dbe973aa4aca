package org.migrationtest.database.external;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseUnavailableException;
import org.migrationtest.database.Dialects;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.PostgresServer;
import org.migrationtest.database.ServerLogin;
import org.migrationtest.database.SupportedVersions;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody else's server. One session stays open as long as the JVM lives, under a name that tells the run: databases
 * of a run without a session are leftovers of a JVM that was killed, on whatever machine that was.
 */
final class ForeignServer {
    static final String PREFIX = "migrationtest_";

    private static final String APPLICATION = "migration-test run ";
    private static final Logger LOG = LoggerFactory.getLogger(ForeignServer.class);

    private ForeignServer() {}

    static DatabaseServer open(EngineVersion wanted, String origin, ServerLogin login) throws SQLException {
        String run = PostgresServer.newRun();
        Connection session = session(login, APPLICATION + run);
        try (Statement statement = session.createStatement()) {
            PostgresServer server = PostgresServer.foreign(wanted, origin, login, PREFIX, run, () -> close(session));
            requireVersion(server, wanted);
            requireCreation(statement);
            sweep(statement);
            return server;
        } catch (SQLException | RuntimeException e) {
            close(session);
            throw e;
        }
    }

    private static Connection session(ServerLogin login, String application) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setURL(login.jdbcUrl());
        source.setApplicationName(application);
        return login.user().isEmpty() ? source.getConnection() : source.getConnection(login.user(), login.password());
    }

    private static void close(Connection session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.debug("The session of the run could not be closed", e);
        }
    }

    private static void requireVersion(PostgresServer server, EngineVersion wanted) {
        SupportedVersions supported = Dialects.of(wanted).supportedVersions();
        if (!supported.include(new EngineVersion(wanted.engine(), server.version()).major())) {
            throw new DatabaseUnavailableException("The external server is PostgreSQL " + server.version()
                    + ", which is not supported: migration-test knows the versions " + supported
                    + ". Name another server in migrationtest.external.url.");
        }
        if (!(server.version() + ".").startsWith(wanted.version() + ".")) {
            throw new DatabaseUnavailableException("The external server is PostgreSQL " + server.version() + ", but "
                    + wanted + " was asked for (in @Databases, in the property migrationtest.databases, or in"
                    + " databases(...)). Ask for postgres:" + server.version().split("\\.", 2)[0]
                    + ", or name another server in migrationtest.external.url.");
        }
    }

    private static void requireCreation(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT rolname, rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")) {
            row.next();
            if (!row.getBoolean(2)) {
                throw new DatabaseUnavailableException("The user '" + row.getString(1)
                        + "' (migrationtest.external.user)"
                        + " may not create databases on the external server. Each test needs one of its own: let an"
                        + " administrator run ALTER ROLE \"" + row.getString(1) + "\" CREATEDB, or name another user.");
            }
        }
    }

    /** Only what bears our name, belongs to this user and has nobody connected. */
    private static void sweep(Statement statement) throws SQLException {
        List<String> leftovers = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                SELECT datname FROM pg_database d
                WHERE datname ~ '^%s[a-z_][a-z0-9_]*_[0-9a-z]+_[0-9]+$'
                  AND datdba = (SELECT oid FROM pg_roles WHERE rolname = current_user)
                  AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datname = d.datname)
                  AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.application_name =
                        '%s' || substring(d.datname FROM '_([0-9a-z]+)_[0-9]+$'))
                """.formatted(PREFIX, APPLICATION))) {
            while (rows.next()) {
                leftovers.add(rows.getString(1));
            }
        }
        for (String leftover : leftovers) {
            statement.execute("DROP DATABASE IF EXISTS \"" + leftover + "\"");
            LOG.info("Dropped the database {}, left by a JVM that was killed", leftover);
        }
    }
}
