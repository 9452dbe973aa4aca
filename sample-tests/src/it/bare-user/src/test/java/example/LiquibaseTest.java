package example;

import org.migrationtest.junit.MigrationTest;
import org.migrationtest.junit.RollbackRoundTrip;

@MigrationTest(source = "liquibase", locations = "classpath:db/changelog.xml")
class LiquibaseTest {
    @RollbackRoundTrip
    void comes_back() {}
}
