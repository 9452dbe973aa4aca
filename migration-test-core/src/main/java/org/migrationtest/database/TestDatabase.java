package org.migrationtest.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database that one run owns. Closing it drops it, whoever is still connected. */
public interface TestDatabase extends AutoCloseable {
    /** Its name on the server. */
    String name();

    /** The server it is on. */
    DatabaseServer server();

    /** A JDBC URL without user and password. */
    String jdbcUrl();

    /** The user to connect as; may create, alter and drop anything in the database. */
    String user();

    /** The user's password. */
    String password();

    /** New connections of the driver's own, each physical; pooling is the caller's. */
    DataSource dataSource();

    /** A new connection in auto-commit mode. */
    default Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /**
     * A copy of this database as it stands, which the caller owns. Nobody may be connected to this one: the server
     * refuses to copy a database in use.
     */
    TestDatabase copy();

    /** Drops the database. Idempotent. */
    @Override
    void close();
}
