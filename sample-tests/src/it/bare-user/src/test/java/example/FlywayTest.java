package example;

import org.migrationtest.junit.MigrationTest;
import org.migrationtest.junit.RollbackRoundTrip;

@MigrationTest(source = "flyway")
class FlywayTest {
    @RollbackRoundTrip
    void comes_back() {}
}
