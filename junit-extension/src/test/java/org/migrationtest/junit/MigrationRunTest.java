package org.migrationtest.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.migrationtest.junit.assertion.DatabaseAssertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationtest.MigrationCheck;
import org.migrationtest.MigrationRun;
import org.migrationtest.schema.ObjectKind;
import org.migrationtest.source.MigrationFailedException;

/** A database that tests move themselves, and what they can demand of it. */
@MigrationTest(source = "flyway", locations = "classpath:cities")
class MigrationRunTest {
    @BeforeEach
    void write_a_customer(MigrationRun run) {
        run.to("1").insert("cities", row -> row.set("id", 1).set("name", "London"));
        run.insert("customers", row -> row.set("name", "Ada Lovelace").set("rank", "gold"));
    }

    @Test
    void a_backfill_is_seen(MigrationRun run) {
        run.up("2");
        assertThat(run.table("customers"))
                .hasNoNulls("full_name")
                .hasSameRowCountAsBefore()
                .hasSameRowsAsBefore()
                .hasRowCount(1)
                .column("full_name")
                .containsExactly("Ada Lovelace");
    }

    @Test
    void rows_are_as_before_after_the_way_back(MigrationRun run) {
        run.up("2").down("V2 full name");
        assertThat(run.table("customers")).hasSameRowsAsBefore();
        assertThat(run.schema()).hasNoColumn("customers", "full_name").hasNoIndex("customers_by_full_name");
    }

    @Test
    void a_table_fails_its_assertions(MigrationRun run) {
        run.insert("cities", row -> row.set("id", 2).set("name", "Paris")).to("3");
        assertThatThrownBy(() -> assertThat(run.table("customers")).hasSameRowsAsBefore())
                .hasMessageContaining("Expected table public.customers to have the rows it had before:")
                .hasMessageContaining("- column name has other values");
        assertThatThrownBy(() -> assertThat(run.table("cities")).hasSameRowCountAsBefore())
                .hasMessageContaining(
                        "Expected table public.cities to have as many rows as before, which were 2, and it has 1.");
        assertThatThrownBy(() -> assertThat(run.table("customers")).hasNoNulls("nick"))
                .hasMessageContaining(
                        "Expected every row of table public.customers to have a value in nick, and 1 of 1 rows have NULL.");
        assertThatThrownBy(() -> assertThat(run.table("customers")).isEmpty())
                .hasMessageContaining("Expected table public.customers to have 0 rows, and it has 1.");
    }

    @Test
    void no_rows_have_no_values(MigrationRun run) throws SQLException {
        execute(run, "delete from customers");
        assertThatThrownBy(() -> assertThat(run.table("customers")).hasNoNulls("name"))
                .hasMessageContaining("and it has no rows at all");
        assertThat(run.table("customers")).isEmpty();
    }

    @Test
    void a_table_that_was_not_there_cannot_be_as_before(MigrationRun run) {
        assertThatThrownBy(() -> assertThat(run.table("customers")).hasSameRowCountAsBefore())
                .hasMessageContaining("it was not there before");
        assertThatThrownBy(() -> assertThat(run.table("customers")).hasSameRowsAsBefore())
                .hasMessageContaining("it was not there before");
    }

    @Test
    void a_schema_passes_and_fails_its_assertions(MigrationRun run) {
        run.to("2");
        assertThat(run.schema())
                .hasTable("customers")
                .hasTable("public.cities")
                .hasNoTable("flyway_schema_history")
                .hasColumn("customers", "full_name")
                .hasIndex("customers_by_full_name")
                .has(ObjectKind.ENUM_TYPE, "rank");
        assertThatThrownBy(() -> assertThat(run.schema()).hasTable("orders"))
                .hasMessageContaining("Expected the schema to have table orders, and it has [table public.cities");
        assertThatThrownBy(() -> assertThat(run.schema()).hasNoColumn("customers", "name"))
                .hasMessageContaining("Expected the schema not to have column public.customers.name.");
    }

    @Test
    void each_test_has_a_database_of_its_own(MigrationRun run) throws SQLException {
        try (MigrationRun other =
                        MigrationCheck.of("flyway", "classpath:cities").open();
                Statement statement = run.connection().createStatement();
                ResultSet name = statement.executeQuery("select current_database()");
                Statement statementThere = other.connection().createStatement();
                ResultSet nameThere = statementThere.executeQuery("select current_database()")) {
            name.next();
            nameThere.next();
            Assertions.assertThat(name.getString(1)).isNotEqualTo(nameThere.getString(1));
        }
    }

    @Test
    void values_that_must_be_there_and_do_not_matter_are_invented(MigrationRun run) throws SQLException {
        run.insert("customers", row -> row.set("nick", "ada"));
        try (Connection connection = run.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select name, rank, city from customers where nick = 'ada'")) {
            Assertions.assertThat(row.next()).isTrue();
            Assertions.assertThat(row.getInt("city")).isEqualTo(1);
            Assertions.assertThat(row.getString("rank")).isIn("gold", "silver");
            Assertions.assertThat(row.next()).isFalse();
        }
        assertThat(run.table("customers")).hasRowCount(2);
    }

    @Test
    void rows_can_be_generated(MigrationRun run) {
        run.fill("customers", 20).up("2");
        assertThat(run.table("customers"))
                .hasRowCount(21)
                .hasNoNulls("full_name")
                .hasSameRowCountAsBefore();
    }

    @Test
    void a_row_that_cannot_be_written_is_told_with_what_to_do(MigrationRun run) throws SQLException {
        assertThatThrownBy(() -> run.insert("customers", row -> row.set("nickname", "ada")))
                .hasMessage("public.customers has no column 'nickname'; it has id, name, rank, city, nick");
        assertThatThrownBy(() -> run.insert("orders", row -> {}))
                .hasMessageContaining("There is no table 'orders'; there are [public.cities, public.customers");
        assertThatThrownBy(() -> run.insert("customers", row -> row.set("rank", "lead")))
                .hasMessageContaining(
                        "No row with {rank=lead} can be written to public.customers after V1 cities: ERROR:"
                                + " invalid input value for enum rank: \"lead\"");
        execute(run, "delete from customers; delete from cities");
        assertThatThrownBy(() -> run.insert("customers", row -> row.set("name", "Ada")))
                .hasMessageContaining("No valid row of public.customers can be generated because of")
                .hasMessageContaining("Set the columns rank, city in insert(...), which must have values.");
    }

    @Test
    void moves_that_make_no_sense_are_refused(MigrationRun run) {
        assertThatThrownBy(() -> run.up("1")).hasMessage("1 cannot be applied: it is already");
        assertThatThrownBy(() -> run.down("2")).hasMessage("2 cannot be rolled back: it is not applied");
        assertThatThrownBy(() -> run.to("9")).hasMessageContaining("There is no migration '9'");
    }

    @Test
    void a_migration_that_fails_says_so(MigrationRun run) throws SQLException {
        execute(run, "alter table customers add full_name int");
        assertThatThrownBy(() -> run.up("2"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith("[postgres:17][V2 full name][up] ")
                .hasMessageContaining("column \"full_name\" of relation \"customers\" already exists");
    }

    private static void execute(MigrationRun run, String sql) throws SQLException {
        try (Statement statement = run.connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
