package example;

import org.migrationtest.junit.MigrationTest;
import org.migrationtest.junit.RollbackRoundTrip;

@MigrationTest(source = "sql", locations = "classpath:migrations")
class DriverTest {
    @RollbackRoundTrip
    void comes_back() {}
}
