package shop;

import static org.migrationtest.junit.assertion.DatabaseAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.migrationtest.MigrationRun;
import org.migrationtest.junit.Databases;
import org.migrationtest.junit.IntendedLoss;
import org.migrationtest.junit.MigrationTest;
import org.migrationtest.junit.RollbackRoundTrip;
import org.migrationtest.junit.Seed;

// tag::class[]
@MigrationTest
@Databases("postgres:17")
@Seed(rows = 1_000)
class ShopMigrationsTest {
    @RollbackRoundTrip
    // tag::declared[]
    @IntendedLoss(migration = "2", because = "phone numbers must not be kept")
    // end::declared[]
    void every_migration_comes_back() {}
    // end::class[]

    // tag::before-and-after[]
    @Test
    void full_names_are_filled_in(MigrationRun run) {
        run.to("2").insert("customers", row -> row.set("first_name", "Ada").set("last_name", "Lovelace"));
        run.up("3");
        assertThat(run.table("customers"))
                .hasSameRowCountAsBefore()
                .column("full_name")
                .containsExactly("Ada Lovelace");
    }
    // end::before-and-after[]
    // tag::class-end[]
}
// end::class-end[]
