package org.migrationtest.sample.steps;

import org.migrationtest.junit.MigrationTest;
import org.migrationtest.junit.RollbackRoundTrip;

// tag::class[]
@MigrationTest(source = "sql", locations = "filesystem:src/test/resources/steps/sql")
class SqlStepsTest {
    @RollbackRoundTrip
    void every_migration_comes_back() {}
}
// end::class[]
