package example;

import org.migrationtest.junit.MigrationTest;
import org.migrationtest.junit.RollbackRoundTrip;

@MigrationTest(source = "sql", locations = "classpath:forgetful")
class ForgetfulTest {
    @RollbackRoundTrip
    void every_migration_comes_back() {}
}
