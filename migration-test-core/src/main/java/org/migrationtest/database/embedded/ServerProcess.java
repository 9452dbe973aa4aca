package org.migrationtest.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.migrationtest.database.PostgresServer;

/** A running {@code postgres} that ends when this JVM does, however that ends. */
final class ServerProcess {
    static final String USER = "postgres";

    /**
     * Starts the server, then waits for the end of its input, a pipe that this JVM holds: the kernel closes it when the
     * JVM ends, also by SIGKILL. Then it stops the server and deletes the folder. It ignores what Ctrl-C sends to every
     * process of the terminal. TERM comes first for a server that has not set up its signals yet, and that began with
     * QUIT ignored, as shells start background commands.
     */
    private static final String WATCHDOG = """
            folder=$1; shift
            "$@" </dev/null &
            server=$!
            trap '' HUP INT TERM
            exec >/dev/null 2>&1
            cat
            kill -TERM "$server"
            kill -QUIT "$server"
            wait "$server"
            rm -rf "$folder"
            """;

    /** Nothing outside of the server's folder, neither sockets nor shared memory: it would have to be cleaned too. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "dynamic_shared_memory_type=mmap",
            "log_timezone=UTC",
            "log_line_prefix=");

    private static final int REMEMBERED_LINES = 30;
    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 30;

    private final Process watchdog;
    private final Deque<String> log = new ArrayDeque<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private ServerProcess(Process watchdog) {
        this.watchdog = watchdog;
    }

    /**
     * Starts a server on a data directory and waits until it accepts connections.
     *
     * @throws IOException if it does not; the message ends with what the server said
     */
    static ServerProcess start(Installation installation, DataFolder folder, Account account, int port)
            throws IOException {
        List<String> server = new ArrayList<>(
                List.of(installation.program("postgres"), "-D", folder.data().toString(), "-p", port + ""));
        PostgresServer.TEST_SETTINGS.forEach(setting -> server.addAll(List.of("-c", setting)));
        SETTINGS.forEach(setting -> server.addAll(List.of("-c", setting)));
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", WATCHDOG, "migration-test", folder.path().toString()));
        command.addAll(account.as(server));
        var started = new ServerProcess(new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .start());
        started.listen(port);
        started.awaitReady();
        return started;
    }

    /** Stops the server at once, as a crash would, and deletes its folder. */
    void stop() {
        try {
            watchdog.getOutputStream().close();
            if (!watchdog.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The embedded server did not stop within " + STOP_SECONDS
                        + " s; its watchdog is process " + watchdog.pid() + ". It said last:\n" + lastLines());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The pipe to the embedded server's watchdog could not be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the server wrote last. */
    String lastLines() {
        synchronized (log) {
            return String.join("\n", log);
        }
    }

    private void listen(int port) {
        Thread listener = new Thread(this::readLog, "migration-test: log of PostgreSQL on port " + port);
        listener.setDaemon(true);
        listener.start();
    }

    /** Reads to the end, lest the server waits for a full pipe. */
    private void readLog() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(watchdog.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                remember(line);
                if (line.endsWith("database system is ready to accept connections")) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            remember("(its log could not be read further: " + e.getMessage() + ")");
        }
        ready.complete(false);
    }

    private void remember(String line) {
        synchronized (log) {
            log.addLast(line);
            if (log.size() > REMEMBERED_LINES) {
                log.removeFirst();
            }
        }
    }

    private void awaitReady() throws IOException {
        try {
            if (ready.get(START_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
            stop();
            throw new IOException("the server ended while it started:\n" + lastLines());
        } catch (TimeoutException e) {
            stop();
            throw new IOException("the server was not ready after " + START_SECONDS + " s:\n" + lastLines(), e);
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            throw new IOException("interrupted while the server started", e);
        }
    }
}
