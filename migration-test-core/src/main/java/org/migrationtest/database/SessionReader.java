package org.migrationtest.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.migrationtest.lock.HeldLock;

/** Reads what sessions hold and do. */
public interface SessionReader {
    /**
     * The names of all objects of its database that this connection sees. To be asked for before a step, so that what the
     * step drops keeps its name.
     *
     * @return for the engine's number of an object a text for a person: {@code table shop.orders}
     */
    Map<Long, String> objectNames(Connection connection) throws SQLException;

    /**
     * The locks a session holds at this moment, read by another connection, so that reading takes none of them.
     *
     * @param observer a connection other than the observed one, to the same server and any of its databases
     * @param observed the session's own connection, asked for the names of what it has just made and nobody else sees
     * @param names names by number, as {@link #objectNames} gave them; what is learnt is added
     */
    List<HeldLock> locks(Connection observer, Connection observed, Map<Long, String> names) throws SQLException;
}
