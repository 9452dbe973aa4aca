package org.migrationtest.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.migrationtest.lock.HeldLock;

/** Reads what sessions hold and do. */
public interface SessionReader {
    /** The number by which the server knows this connection's session (PostgreSQL: backend pid). */
    long session(Connection connection) throws SQLException;

    /**
     * The names of what this connection sees and others may not yet: what its transaction has created or renamed. To be
     * asked for after each statement and kept, so that what is dropped later in the transaction keeps its name.
     *
     * @return for the engine's number of an object a text for a person: {@code table shop.orders}
     */
    Map<Long, String> objectNames(Connection connection) throws SQLException;

    /**
     * The locks a session holds at this moment, read by another connection, so that reading takes none of them.
     *
     * @param observer a connection other than the observed one, to the same server
     * @param session what {@link #session} said of the observed connection
     * @param names names by number, as {@link #objectNames} gave them, possibly from several moments
     */
    List<HeldLock> locks(Connection observer, long session, Map<Long, String> names) throws SQLException;
}
