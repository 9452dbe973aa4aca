package shop;

import org.migrationtest.junit.Databases;
import org.migrationtest.junit.IntendedLoss;
import org.migrationtest.junit.MigrationTest;
import org.migrationtest.junit.RollbackRoundTrip;
import org.migrationtest.junit.Seed;

// tag::declared[]
@IntendedLoss(migration = "2", because = "phone numbers must not be kept")
// end::declared[]
// tag::test[]
@MigrationTest
@Databases("postgres:17")
@Seed(rows = 1_000)
class ShopMigrationsTest {
    @RollbackRoundTrip
    void every_migration_comes_back() {}
}
// end::test[]
