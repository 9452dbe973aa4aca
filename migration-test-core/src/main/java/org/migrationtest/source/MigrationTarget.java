package org.migrationtest.source;

import static java.util.Objects.requireNonNull;

import javax.sql.DataSource;

/**
 * How a tool reaches the database it works on.
 *
 * @param dataSource connections to it. They may be observed, and several of them may share one transaction that outlives
 *     {@code close()}, so a tool must take connections from here only, and must not count on two connections being
 *     isolated from each other. {@code unwrap} gives the driver's own connection.
 * @param jdbcUrl the same database for whoever must connect himself (commands)
 * @param user the user
 * @param password the password
 */
public record MigrationTarget(DataSource dataSource, String jdbcUrl, String user, String password) {
    public MigrationTarget {
        requireNonNull(dataSource, "dataSource is null");
        requireNonNull(jdbcUrl, "jdbcUrl is null");
        requireNonNull(user, "user is null");
        requireNonNull(password, "password is null");
    }

    @Override
    public String toString() {
        return "MigrationTarget[" + jdbcUrl + ", user=" + user + "]";
    }
}
