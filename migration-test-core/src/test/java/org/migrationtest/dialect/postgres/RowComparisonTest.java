package org.migrationtest.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationtest.data.TableDifference;
import org.migrationtest.schema.TableName;

final class RowComparisonTest extends ShopTest {
    private final PostgresDataReader data = new PostgresDataReader();

    private TableDifference difference(String create, String fill, String... changes) throws SQLException {
        shop.run(create, fill);
        TableName kept = data.keep(shop.connection, Shop.table("t"));
        shop.run(changes);
        return data.explain(shop.connection, kept, Shop.table("t"));
    }

    @Test
    void rows_with_a_key_are_lost_added_and_changed_by_column() throws SQLException {
        TableDifference difference = difference(
                "CREATE TABLE shop.t (id integer PRIMARY KEY, v text, n numeric)",
                "INSERT INTO shop.t SELECT g, 'v' || g, 1.0 FROM generate_series(1, 10000) g",
                "DELETE FROM shop.t WHERE id = 10000",
                "INSERT INTO shop.t VALUES (0, 'new', NULL)",
                "UPDATE shop.t SET v = NULL WHERE id = 5000",
                "UPDATE shop.t SET v = '', n = 1.00 WHERE id = 5001");

        assertThat(difference.rowsBefore()).isEqualTo(10_000);
        assertThat(difference.rowsAfter()).isEqualTo(10_000);
        assertThat(difference.lost()).isEqualTo(1);
        assertThat(difference.added()).isEqualTo(1);
        assertThat(difference.changed()).containsExactly(entry("n", 1L), entry("v", 2L));
        assertThat(difference.examples()).hasSize(4);
        assertThat(difference.examples().get(0).before()).isNull();
        assertThat(difference.examples().get(0).after())
                .containsExactly(entry("id", "0"), entry("v", "new"), entry("n", null));
        assertThat(difference.examples().get(1).before()).containsEntry("id", "10000");
        assertThat(difference.examples().get(1).after()).isNull();
        assertThat(difference.examples().get(2).before()).containsEntry("v", "v5000");
        assertThat(difference.examples().get(2).after()).containsEntry("v", null);
        assertThat(difference.examples().get(3).after()).containsEntry("v", "").containsEntry("n", "1.00");
    }

    @Test
    void rows_without_a_key_are_matched_one_for_one_by_content() throws SQLException {
        TableDifference difference = difference(
                "CREATE TABLE shop.t (v text, j json)",
                "INSERT INTO shop.t VALUES ('a', '{}'), ('a', '{}'), ('b', NULL), ('b', NULL), (NULL, '[1]')",
                "DELETE FROM shop.t WHERE v = 'b'",
                "INSERT INTO shop.t VALUES ('a', '{}'), ('b', NULL)",
                "UPDATE shop.t SET j = '[1 ]' WHERE v IS NULL");

        assertThat(difference.rowsBefore()).isEqualTo(5);
        assertThat(difference.rowsAfter()).isEqualTo(5);
        assertThat(difference.lost()).isEqualTo(2);
        assertThat(difference.added()).isEqualTo(2);
        assertThat(difference.changed()).isEmpty();
        assertThat(difference.examples()).hasSize(4);
        assertThat(difference.examples().get(0).after()).containsExactly(entry("v", "a"), entry("j", "{}"));
        assertThat(difference.examples().get(1).before()).containsExactly(entry("v", "b"), entry("j", null));
        assertThat(difference.examples().get(2).after()).containsExactly(entry("v", null), entry("j", "[1 ]"));
        assertThat(difference.examples().get(3).before()).containsExactly(entry("v", null), entry("j", "[1]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE shop.t (id integer PRIMARY KEY, v json)",
                "CREATE TABLE shop.t (id integer, v json)",
                "CREATE TABLE shop.t (id integer PRIMARY KEY DEFERRABLE, v json)"
            })
    void the_same_rows_are_no_difference(String create) throws SQLException {
        TableDifference difference = difference(
                create,
                "INSERT INTO shop.t SELECT g, '{}' FROM generate_series(1, 1000) g",
                "CREATE TABLE shop.again (v json, id integer, PRIMARY KEY (id))",
                "INSERT INTO shop.again SELECT v, id FROM shop.t ORDER BY id DESC",
                "DROP TABLE shop.t",
                "ALTER TABLE shop.again RENAME TO t");

        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.examples()).isEmpty();
        assertThat(difference.rowsAfter()).isEqualTo(1000);
    }

    @Test
    void columns_that_only_one_side_has_are_not_compared() throws SQLException {
        TableDifference difference = difference(
                "CREATE TABLE shop.t (id integer PRIMARY KEY, gone text, v integer)",
                "INSERT INTO shop.t VALUES (1, 'x', 1), (2, 'x', 2)",
                "ALTER TABLE shop.t DROP gone, ADD came text DEFAULT 'y', ALTER v TYPE bigint",
                "UPDATE shop.t SET v = 3 WHERE id = 2");

        assertThat(difference.changed()).containsExactly(entry("v", 1L));
        assertThat(difference.examples().get(0).after()).containsExactly(entry("id", "2"), entry("v", "3"));
    }

    @Test
    void rows_whose_every_column_was_replaced_are_counted_only() throws SQLException {
        TableDifference difference = difference(
                "CREATE TABLE shop.t (v text)",
                "INSERT INTO shop.t VALUES ('a'), ('b'), ('c')",
                "ALTER TABLE shop.t DROP v, ADD w integer",
                "DELETE FROM shop.t WHERE ctid = '(0,1)'");

        assertThat(difference.lost()).isEqualTo(1);
        assertThat(difference.added()).isZero();
    }

    @Test
    void of_a_table_that_is_gone_every_row_is_lost() throws SQLException {
        TableDifference difference = difference(
                "CREATE TABLE shop.t (id integer PRIMARY KEY)",
                "INSERT INTO shop.t SELECT generate_series(1, 9)",
                "DROP TABLE shop.t");

        assertThat(difference.rowsBefore()).isEqualTo(9);
        assertThat(difference.rowsAfter()).isZero();
        assertThat(difference.lost()).isEqualTo(9);
        assertThat(difference.examples()).hasSize(TableDifference.MAX_EXAMPLES);
    }

    @Test
    void long_values_are_shortened_but_compared_whole() throws SQLException {
        TableDifference difference = difference(
                "CREATE TABLE shop.t (id integer PRIMARY KEY, v text)",
                "INSERT INTO shop.t VALUES (1, repeat('x', 5000) || 'a')",
                "UPDATE shop.t SET v = repeat('x', 5000) || 'b'");

        assertThat(difference.changed()).containsExactly(entry("v", 1L));
        assertThat(difference.examples().get(0).after()).containsEntry("v", "x".repeat(100) + "… (5001 characters)");
    }

    @Test
    void odd_names_and_a_composite_key_are_handled() throws SQLException {
        shop.run(
                "CREATE TABLE shop.\"it's \"\"odd\"\"\" (\"B b\" text, a integer, \"C\" text, PRIMARY KEY (\"B b\", a))",
                "INSERT INTO shop.\"it's \"\"odd\"\"\" VALUES ('x', 1, 'c'), ('x', 2, 'c')");
        TableName table = Shop.table("it's \"odd\"");
        TableName kept = data.keep(shop.connection, table);

        shop.run("UPDATE shop.\"it's \"\"odd\"\"\" SET \"C\" = 'd' WHERE a = 2");

        assertThat(data.explain(shop.connection, kept, table).changed()).containsExactly(entry("C", 1L));
    }

    @Test
    void rows_are_kept_until_the_transaction_ends() throws SQLException {
        shop.run("CREATE TABLE shop.t (id integer)");
        shop.connection.setAutoCommit(false);
        TableName kept = data.keep(shop.connection, Shop.table("t"));
        assertThat(data.explain(shop.connection, kept, Shop.table("t")).isEmpty())
                .isTrue();

        shop.connection.commit();

        assertThatThrownBy(() -> data.explain(shop.connection, kept, Shop.table("t")))
                .isInstanceOf(SQLException.class)
                .hasMessage("No rows of shop.t were kept under the name " + kept
                        + " in this session, or they were rolled back since.");
    }
}
