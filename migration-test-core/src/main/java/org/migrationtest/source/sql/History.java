package org.migrationtest.source.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.migrationtest.migration.MigrationId;
import org.migrationtest.source.HistoryEntry;

/**
 * The table in which a tool notes what it has applied, with the tool's own name and shape, since scripts read it. All
 * writing uses the bare name and so the search path, as the tools do: a script that leaves another search path behind,
 * or drops the table, breaks here as it does with the tool.
 */
interface History {
    /** The table's name, without schema. */
    String table();

    /** Creates the table unless it is there. */
    void create(Connection connection) throws SQLException;

    /**
     * Notes what is about to happen, where the tool does so before it runs a script.
     *
     * @param target the version that will be current afterwards
     */
    default void announce(Connection connection, Transition target) throws SQLException {}

    /** Notes what has happened. */
    void note(Connection connection, Transition done) throws SQLException;

    /**
     * Reads the table, which must exist.
     *
     * @param qualified its name with schema, quoted
     * @param order all migrations in their order
     */
    HistoryEntry read(Connection connection, String qualified, List<MigrationId> order, MigrationId asked)
            throws SQLException;

    /**
     * A step of one migration.
     *
     * @param applied whether it is applied afterwards
     * @param current the version of the last migration that is applied afterwards; empty text if none is
     */
    record Transition(String id, boolean applied, String current) {}
}
