package org.migrationtest.database.external;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import org.migrationtest.database.Availability;
import org.migrationtest.database.Availability.Available;
import org.migrationtest.database.Availability.Unavailable;
import org.migrationtest.database.DatabaseProvider;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.DatabaseUnavailableException;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.ExternalServer;
import org.migrationtest.database.PostgresServer;
import org.migrationtest.database.ServerLogin;

/** A PostgreSQL server that the user named and allowed. Only databases made here are ever written to or dropped. */
public final class ExternalProvider implements DatabaseProvider {
    @Override
    public String name() {
        return DatabaseSettings.EXTERNAL;
    }

    @Override
    public Availability availability(EngineVersion wanted, DatabaseSettings settings) {
        Optional<String> refusal = PostgresServer.refusal(wanted);
        if (refusal.isPresent()) {
            return new Unavailable(refusal.get());
        }
        if (settings.external().isEmpty()) {
            return new Unavailable("no server is named; set migrationtest.external.url, .user and .password");
        }
        ExternalServer server = settings.external().get();
        return server.allowed()
                ? new Available("the server is named and allowed")
                : new Unavailable(
                        "the server " + shown(server) + " is named, but not allowed; if databases may be created"
                                + " and dropped there, set migrationtest.external.allowed=true");
    }

    @Override
    public DatabaseServer start(EngineVersion wanted, DatabaseSettings settings, String because) {
        ExternalServer server = settings.external().orElseThrow();
        ServerLogin login = new ServerLogin(server.jdbcUrl(), server.user(), server.password());
        try {
            return ForeignServer.open(wanted, "external server " + shown(server) + ", " + because, login);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "The external server " + shown(server) + " " + problem(server, e) + " It was to serve " + wanted
                            + ".",
                    e);
        } catch (IllegalArgumentException e) {
            // Without the cause: its message repeats the whole URL, which may hold a password.
            throw new DatabaseUnavailableException("The URL of the external server (migrationtest.external.url) is none"
                    + " that PostgreSQL's JDBC driver understands: " + shown(server)
                    + ". Expected jdbc:postgresql://HOST:PORT/DATABASE.");
        }
    }

    private static String problem(ExternalServer server, SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        String settings = "migrationtest.external.";
        if (state.startsWith("28")) {
            return "refuses the user '" + server.user() + "': " + e.getMessage() + ". Check " + settings + "user and "
                    + settings + "password.";
        }
        if (state.startsWith("08")) {
            String why = e.getCause() instanceof UnknownHostException unknown
                    ? "the host " + unknown.getMessage() + " is not known."
                    : e.getMessage();
            return "cannot be reached: " + why + " Check " + settings + "url.";
        }
        if (state.equals("3D000")) {
            return "has no such database: " + e.getMessage() + ". Name one in " + settings
                    + "url to connect to, such as postgres; nothing is done in it.";
        }
        return "cannot be used: " + e.getMessage() + ".";
    }

    /** The URL without its parameters, since a password may be among them. */
    private static String shown(ExternalServer server) {
        return server.jdbcUrl().split("\\?", 2)[0];
    }
}
