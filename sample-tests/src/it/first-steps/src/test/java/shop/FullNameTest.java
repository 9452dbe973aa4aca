package shop;

import static org.migrationtest.junit.assertion.DatabaseAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.migrationtest.MigrationRun;
import org.migrationtest.junit.MigrationTest;

// tag::test[]
@MigrationTest
class FullNameTest {
    @Test
    void full_names_are_filled_in(MigrationRun run) {
        run.to("2").insert("customers", row -> row.set("first_name", "Ada").set("last_name", "Lovelace"));
        run.up("3");
        assertThat(run.table("customers"))
                .hasSameRowCountAsBefore()
                .column("full_name")
                .containsExactly("Ada Lovelace");
    }
}
// end::test[]
