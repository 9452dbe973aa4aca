package org.migrationtest.database;

import static java.util.Objects.requireNonNull;

/**
 * A server that somebody else runs and that the user named.
 *
 * @param jdbcUrl its JDBC URL; the database in it is only used to create others
 * @param user the user to connect as
 * @param password the password, possibly empty; never printed
 * @param allowed whether the user also gave the permission without which it is not touched
 */
public record ExternalServer(String jdbcUrl, String user, String password, boolean allowed) {
    public ExternalServer {
        requireNonNull(jdbcUrl, "jdbcUrl is null");
        requireNonNull(user, "user is null");
        requireNonNull(password, "password is null");
    }

    @Override
    public String toString() {
        return "ExternalServer[user=" + user + ", allowed=" + allowed + "]";
    }
}
