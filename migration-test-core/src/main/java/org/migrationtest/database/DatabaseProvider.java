package org.migrationtest.database;

/**
 * One way of getting a database server: a container, binaries on this machine, a server that somebody runs. Found by
 * {@link java.util.ServiceLoader}; implementations have a public constructor without arguments that does no work.
 */
public interface DatabaseProvider {
    /** The name users choose it by: {@code container}, {@code embedded}, {@code external}. */
    String name();

    /**
     * Whether this provider could start that engine here and now. Cheap (at most a few seconds, and cached by the
     * implementation where it costs more than a millisecond), and changes nothing on the machine.
     */
    Availability availability(EngineVersion wanted, DatabaseSettings settings);

    /**
     * Starts a server, or opens the one that was named.
     *
     * @param because why this provider was chosen, for {@link DatabaseServer#origin}: a clause that begins with
     *     "because" or "as"
     * @throws DatabaseUnavailableException if that fails; see there for what the message must answer
     */
    DatabaseServer start(EngineVersion wanted, DatabaseSettings settings, String because);
}
