package example;

import org.migrationtest.junit.MigrationTest;
import org.migrationtest.junit.RollbackRoundTrip;

@MigrationTest(source = "sql", locations = "classpath:nowhere")
class NothingTest {
    @RollbackRoundTrip
    void every_migration_comes_back() {}
}
