package org.migrationtest.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.PostgresServer;
import org.migrationtest.database.ServerLogin;

/** Starts servers on copies of an installation's template. */
final class Launch {
    private static final int ATTEMPTS = 5;

    private Launch() {}

    /**
     * Tries again with another port: between finding a free one and taking it, somebody else may take it.
     *
     * @param parent the folder that the folder of the server is made in
     */
    static DatabaseServer server(
            EngineVersion wanted, Installation installation, Path parent, Account account, String because)
            throws IOException {
        DataFolder.sweep(parent);
        for (int attempt = 1; ; attempt++) {
            DataFolder folder = DataFolder.create(parent);
            try {
                Trees.copy(installation.template(), folder.data());
                account.own(folder.path());
                return server(wanted, installation, folder, account, because);
            } catch (IOException | RuntimeException e) {
                folder.close();
                if (attempt == ATTEMPTS || !String.valueOf(e.getMessage()).contains("Address already in use")) {
                    throw e;
                }
            }
        }
    }

    private static DatabaseServer server(
            EngineVersion wanted, Installation installation, DataFolder folder, Account account, String because)
            throws IOException {
        int port = freePort();
        ServerProcess process = ServerProcess.start(installation, folder, account, port);
        ServerLogin login = new ServerLogin(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                ServerProcess.USER,
                Files.readString(installation.password()));
        String origin =
                "embedded PostgreSQL " + installation.release() + " with its data in " + folder.path() + ", " + because;
        try {
            return PostgresServer.started(wanted, origin, login, () -> stop(process, folder));
        } catch (SQLException e) {
            process.stop();
            throw new IOException(
                    "it runs, but refuses to be connected to: " + e.getMessage() + "\n" + process.lastLines(), e);
        }
    }

    private static void stop(ServerProcess process, DataFolder folder) {
        process.stop();
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the embedded server could not be deleted", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
