package org.migrationtest.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.migrationtest.database.Availability;
import org.migrationtest.database.Availability.Available;
import org.migrationtest.database.DatabaseProvider;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.DatabaseUnavailableException;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.PostgresServer;
import org.migrationtest.database.ServerLogin;

/** PostgreSQL from binaries in Maven's repositories, for machines with nothing but a JDK. */
public final class EmbeddedProvider implements DatabaseProvider {
    private static final int ATTEMPTS = 5;

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public Availability availability(EngineVersion wanted, DatabaseSettings settings) {
        return new Available("it is there");
    }

    @Override
    public DatabaseServer start(EngineVersion wanted, DatabaseSettings settings, String because) {
        try {
            Platform platform = Platform.current().orElseThrow();
            Account account = Account.current();
            Cache cache = new Cache(Folders.cache(settings.cache(), account), platform);
            Jars jars = Jars.find(platform);
            Installation installation = cache.installed(release(wanted, cache, jars), jars, account);
            Path parent = Folders.data();
            DataFolder.sweep(parent);
            return launched(wanted, installation, parent, account, because);
        } catch (IOException | SQLException e) {
            throw new DatabaseUnavailableException(
                    "The embedded server for " + wanted + " could not be started: " + e.getMessage(), e);
        }
    }

    private static Release release(EngineVersion wanted, Cache cache, Jars jars) throws IOException {
        List<Release> known = new ArrayList<>(cache.releases());
        known.addAll(jars.local().keySet());
        Optional<Release> local = Release.newest(known, wanted.version());
        if (local.isPresent()) {
            return local.get();
        }
        Collection<Release> published = jars.remote().releases(jars.platform());
        return Release.newest(published, wanted.version()).orElseThrow();
    }

    /** Between finding a free port and taking it, somebody else may take it. */
    private static DatabaseServer launched(
            EngineVersion wanted, Installation installation, Path parent, Account account, String because)
            throws IOException, SQLException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                return launched(wanted, installation, parent, account, because, port);
            } catch (IOException e) {
                if (attempt == ATTEMPTS || !String.valueOf(e.getMessage()).contains("Address already in use")) {
                    throw e;
                }
            }
        }
    }

    private static DatabaseServer launched(
            EngineVersion wanted, Installation installation, Path parent, Account account, String because, int port)
            throws IOException, SQLException {
        DataFolder folder = DataFolder.create(parent);
        try {
            Trees.copy(installation.template(), folder.data());
            account.own(folder.path());
            ServerProcess process = ServerProcess.start(installation, folder, account, port);
            ServerLogin login = new ServerLogin(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                    ServerProcess.USER,
                    Files.readString(installation.password()));
            String origin = "embedded PostgreSQL " + installation.release() + " with its data in " + folder.path()
                    + ", " + because;
            return PostgresServer.started(wanted, origin, login, process::stop);
        } catch (IOException | SQLException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
