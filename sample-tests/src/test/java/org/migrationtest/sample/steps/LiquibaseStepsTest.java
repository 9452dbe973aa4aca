package org.migrationtest.sample.steps;

import org.migrationtest.junit.MigrationTest;
import org.migrationtest.junit.RollbackRoundTrip;

// tag::class[]
@MigrationTest(source = "liquibase", locations = "classpath:steps/liquibase/changelog.sql")
class LiquibaseStepsTest {
    @RollbackRoundTrip
    void every_changeset_comes_back() {}
}
// end::class[]
