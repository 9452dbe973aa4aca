package org.migrationtest.report;

import static java.util.Objects.requireNonNull;

/**
 * The database a run was made on.
 *
 * @param requested as the user wrote it: {@code postgres:17}
 * @param version what the server says of itself
 * @param origin where it came from and why
 */
public record DatabaseInfo(String requested, String version, String origin) {
    public DatabaseInfo {
        requireNonNull(requested, "requested is null");
        requireNonNull(version, "version is null");
        requireNonNull(origin, "origin is null");
    }
}
