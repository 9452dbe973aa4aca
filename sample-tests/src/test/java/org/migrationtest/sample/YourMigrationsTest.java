package org.migrationtest.sample;

import org.migrationtest.junit.MigrationTest;
import org.migrationtest.junit.RollbackRoundTrip;

/**
 * The round trip on whatever migrations {@code -Dmigrationtest.source} and {@code -Dmigrationtest.locations} point at; on
 * two small ones where they point at nothing.
 */
@MigrationTest(source = "flyway", locations = "classpath:your-migrations")
class YourMigrationsTest {
    @RollbackRoundTrip
    void every_migration_comes_back() {}
}
