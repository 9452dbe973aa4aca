package org.migrationtest.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationtest.database.TableSize;

final class TableSizesTest extends ShopTest {
    private List<TableSize> sizes(String... tables) throws SQLException {
        return new PostgresDataReader().sizes(shop.connection, Shop.tables(tables));
    }

    @Test
    void a_small_table_is_counted() throws SQLException {
        shop.run("CREATE TABLE shop.t (id integer PRIMARY KEY)", "INSERT INTO shop.t SELECT generate_series(1, 123)");

        assertThat(sizes("t", "gone")).singleElement().satisfies(size -> {
            assertThat(size.table()).isEqualTo(Shop.table("t"));
            assertThat(size.rows()).isEqualTo(123);
            assertThat(size.bytes()).isGreaterThanOrEqualTo(3 * 8192);
        });
    }

    @Test
    void an_empty_table_has_no_rows() throws SQLException {
        shop.run("CREATE TABLE shop.t (id integer)");

        assertThat(sizes("t")).containsExactly(new TableSize(Shop.table("t"), 0, 0));
    }

    @Test
    void a_large_table_is_estimated() throws SQLException {
        shop.run(
                "CREATE TABLE shop.t (id integer, v text)",
                "INSERT INTO shop.t SELECT g, repeat('x', 100) FROM generate_series(1, 50000) g",
                "ANALYZE shop.t",
                "INSERT INTO shop.t SELECT g, repeat('x', 100) FROM generate_series(1, 50000) g");

        assertThat(sizes("t")).singleElement().satisfies(size -> assertThat(size.rows())
                .isBetween(90_000L, 110_000L));
    }
}
