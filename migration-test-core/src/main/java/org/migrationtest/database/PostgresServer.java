package org.migrationtest.database;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server whose databases are made and dropped by SQL: what all providers of PostgreSQL have in common.
 * Needs a user with the right to create databases.
 */
public final class PostgresServer implements DatabaseServer {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    /** The engine's name, as in {@link EngineVersion#engine()}. */
    public static final String ENGINE = "postgres";

    /**
     * Server settings for tests, where durability is not what is tested: each fits {@code -c}.
     *
     * @see <a href="https://www.postgresql.org/docs/current/non-durability.html">PostgreSQL's own list of them</a>
     */
    public static final List<String> TEST_SETTINGS = List.of(
            "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200", "timezone=UTC");

    private static final Pattern PREFIX = Pattern.compile("[a-z_][a-z0-9_]{0,29}");
    private static final int OLDEST_WITH_STRATEGY = 15;

    /** From here on copying files was measured to beat copying through the WAL (2 to 3 times at 100 MB and 1 GB). */
    private static final long FILE_COPY_FROM_BYTES = 32L << 20;

    private final EngineVersion requested;
    private final String version;
    private final String origin;
    private final ServerLogin login;
    private final Administration administration;
    private final String start;
    private final String run;
    private final boolean foreign;
    private final Runnable end;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Set<String> databases = ConcurrentHashMap.newKeySet();

    private PostgresServer(
            EngineVersion requested,
            String origin,
            ServerLogin login,
            String start,
            String run,
            boolean foreign,
            Runnable end)
            throws SQLException {
        this.requested = requested;
        this.origin = origin;
        this.login = login;
        this.administration = new Administration(source(login));
        this.start = start;
        this.run = run;
        this.foreign = foreign;
        this.end = end;
        // Distributions append their own: "17.11 (Debian 17.11-1.pgdg12+1)".
        this.version = administration.ask("SHOW server_version").split(" ", 2)[0];
    }

    /**
     * Why no provider of PostgreSQL can serve a request, if so.
     *
     * @return a reason that fits {@link Availability.Unavailable}; empty if PostgreSQL is wanted and its driver is there
     */
    public static Optional<String> refusal(EngineVersion wanted) {
        if (!wanted.engine().equals(ENGINE)) {
            return Optional.of("it has no '" + wanted.engine() + "', only " + ENGINE);
        }
        try {
            Class.forName("org.postgresql.ds.PGSimpleDataSource", false, PostgresServer.class.getClassLoader());
            return Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.of("PostgreSQL's JDBC driver is not on the class path; add the dependency"
                    + " org.postgresql:postgresql in test scope");
        }
    }

    /**
     * A server that the run started itself.
     *
     * @param origin what {@link #origin} answers
     * @param end what {@link #close} does: it ends the server with all its databases
     * @throws SQLException if it cannot be connected to
     */
    public static PostgresServer started(EngineVersion requested, String origin, ServerLogin login, Runnable end)
            throws SQLException {
        return new PostgresServer(requested, origin, login, "", newRun(), false, end);
    }

    /**
     * A server that somebody else runs: {@link #close} drops the databases made here, and nothing else.
     *
     * @param origin what {@link #origin} answers
     * @param start how the names of all databases made here begin, up to 16 characters
     * @param run what is in their names to tell them from those of others, as {@link #newRun} gave it
     * @param end what {@link #close} does last
     * @throws SQLException if it cannot be connected to
     */
    public static PostgresServer foreign(
            EngineVersion requested, String origin, ServerLogin login, String start, String run, Runnable end)
            throws SQLException {
        return new PostgresServer(requested, origin, login, start, run, true, end);
    }

    /** A few random lower-case letters and digits. */
    public static String newRun() {
        return Long.toString(new SecureRandom().nextLong() & 0xFFFFFFFFFL, 36);
    }

    @Override
    public EngineVersion requested() {
        return requested;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public TestDatabase create(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("'" + prefix + "' cannot begin the name of a database: expected up to 30"
                    + " lower-case letters, digits and underscores, not beginning with a digit");
        }
        return make(start + prefix, "");
    }

    TestDatabase copy(String database) {
        String prefix = database.substring(0, database.indexOf(run) - 1);
        TestDatabase copy = make(prefix, " TEMPLATE " + quoted(database) + strategy(database));
        copyProperties(database, copy.name());
        return copy;
    }

    /**
     * Gives a copy what belongs to the database and CREATE DATABASE leaves behind: settings, privileges and comment
     * (manual, "Template Databases"). The catalogue is written to directly, because a setting that is a list cannot be
     * set from its text; who may not do that gets a copy without them.
     */
    private void copyProperties(String from, String to) {
        String pair = " WHERE o.datname = '" + from + "' AND n.datname = '" + to + "'";
        try {
            administer(
                    "copy the properties of the database " + from,
                    "INSERT INTO pg_db_role_setting SELECT n.oid, s.setrole, s.setconfig"
                            + " FROM pg_db_role_setting s JOIN pg_database o ON s.setdatabase = o.oid, pg_database n"
                            + pair,
                    "UPDATE pg_database n SET datacl = o.datacl, datconnlimit = o.datconnlimit FROM pg_database o"
                            + pair,
                    "INSERT INTO pg_shdescription SELECT n.oid, d.classoid, d.description"
                            + " FROM pg_shdescription d JOIN pg_database o ON d.objoid = o.oid"
                            + " AND d.classoid = 'pg_database'::regclass, pg_database n"
                            + pair);
        } catch (DatabaseUnavailableException refused) {
            LOG.debug("{} has not the settings of {}", to, from, refused);
        }
    }

    /** Makes a database known to {@link #close} before it exists, so that none is forgotten. */
    private TestDatabase make(String prefix, String options) {
        if (closed.get()) {
            throw new IllegalStateException("The server for " + requested + " has been closed");
        }
        String name = prefix + "_" + run + "_" + made.incrementAndGet();
        databases.add(name);
        administer("create the database " + name, "CREATE DATABASE " + quoted(name) + options);
        return new PostgresDatabase(this, name, source(login, name));
    }

    void drop(String database) {
        if (!databases.contains(database)) {
            return;
        }
        administer("drop the database " + database, "DROP DATABASE IF EXISTS " + quoted(database) + " WITH (FORCE)");
        databases.remove(database);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                if (foreign) {
                    List.copyOf(databases).forEach(this::drop);
                }
                administration.close();
            } catch (SQLException e) {
                LOG.debug("a connection to {} could not be closed", origin, e);
            } finally {
                end.run();
            }
        }
    }

    private String strategy(String database) {
        if (major() < OLDEST_WITH_STRATEGY) {
            return "";
        }
        try {
            long bytes = Long.parseLong(administration.ask("SELECT pg_database_size('" + database + "')"));
            return bytes < FILE_COPY_FROM_BYTES ? " STRATEGY wal_log" : " STRATEGY file_copy";
        } catch (SQLException e) {
            throw failed("read the size of the database " + database, e);
        }
    }

    private void administer(String what, String... statements) {
        try {
            administration.execute(statements);
        } catch (SQLException e) {
            throw failed(what, e);
        }
    }

    private DatabaseUnavailableException failed(String what, SQLException e) {
        return new DatabaseUnavailableException(
                "The server for " + requested + " (" + origin + ") could not " + what + ": " + e.getMessage(), e);
    }

    private int major() {
        return Integer.parseInt(version.split("[^0-9]", 2)[0]);
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static PGSimpleDataSource source(ServerLogin login) {
        var source = new PGSimpleDataSource();
        source.setURL(login.jdbcUrl());
        // The URL may name them too.
        if (!login.user().isEmpty()) {
            source.setUser(login.user());
            source.setPassword(login.password());
        }
        return source;
    }

    private static PGSimpleDataSource source(ServerLogin login, String database) {
        PGSimpleDataSource source = source(login);
        source.setDatabaseName(database);
        return source;
    }
}
