package org.migrationtest.sample;

import static org.migrationtest.junit.assertion.DatabaseAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.migrationtest.MigrationRun;
import org.migrationtest.junit.Databases;
import org.migrationtest.junit.IntendedLoss;
import org.migrationtest.junit.MigrationTest;
import org.migrationtest.junit.RollbackRoundTrip;
import org.migrationtest.junit.Seed;

// tag::test[]
@MigrationTest(source = "flyway")
@Databases("postgres:17")
@Seed(rows = 1_000)
@IntendedLoss(migration = "21", because = "phone numbers must not be kept, not even for a way back")
class ShopMigrationsTest {
    @RollbackRoundTrip
    void every_migration_comes_back() {}

    @Test
    void a_negative_stock_is_repaired_and_comes_back(MigrationRun run) {
        run.to("15").insert("products", row -> row.set("stock", -3));
        run.up("16");
        assertThat(run.table("products"))
                .hasSameRowCountAsBefore()
                .column("stock")
                .doesNotContain(-3);
        run.down("16");
        assertThat(run.table("products")).column("stock").contains(-3);
    }
}
// end::test[]
