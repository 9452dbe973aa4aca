package org.migrationtest.migration;

import static java.util.Objects.requireNonNull;

/**
 * A migration's identity in its tool's own terms: Flyway {@code 7} or {@code R__views.sql}, Liquibase
 * {@code db/changelog.xml::5::bo}, files {@code 20240101120000}.
 *
 * @param value the identity, unique within its source
 */
public record MigrationId(String value) {
    public MigrationId {
        requireNonNull(value, "value is null");
    }

    @Override
    public String toString() {
        return value;
    }
}
