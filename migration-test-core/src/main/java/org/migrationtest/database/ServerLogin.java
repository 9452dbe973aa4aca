package org.migrationtest.database;

import static java.util.Objects.requireNonNull;

/**
 * How to reach a server with the right to create databases on it.
 *
 * @param jdbcUrl its JDBC URL; the database in it is only used to create and drop others
 * @param user the user; empty if the URL names user and password
 * @param password the password, possibly empty; never printed
 */
public record ServerLogin(String jdbcUrl, String user, String password) {
    public ServerLogin {
        requireNonNull(jdbcUrl, "jdbcUrl is null");
        requireNonNull(user, "user is null");
        requireNonNull(password, "password is null");
    }

    @Override
    public String toString() {
        return "ServerLogin[user=" + user + "]";
    }
}
