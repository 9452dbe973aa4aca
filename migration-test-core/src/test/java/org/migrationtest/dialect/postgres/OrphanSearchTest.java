package org.migrationtest.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationtest.data.ForeignKey;
import org.migrationtest.data.Orphans;

final class OrphanSearchTest extends ShopTest {
    private final PostgresDataReader data = new PostgresDataReader();

    @BeforeEach
    void create() throws SQLException {
        shop.run(
                "CREATE TABLE shop.customers (id integer PRIMARY KEY)",
                "INSERT INTO shop.customers SELECT generate_series(1, 10)");
    }

    private List<Orphans> orphans(List<ForeignKey> keys) throws SQLException {
        return data.orphans(shop.connection, keys);
    }

    private List<ForeignKey> keys() throws SQLException {
        return data.foreignKeys(shop.connection);
    }

    @Test
    void keys_are_read_with_their_columns_in_order() throws SQLException {
        shop.run(
                "CREATE TABLE shop.\"P\" (a integer, \"B\" integer, c integer, PRIMARY KEY (\"B\", a))",
                "CREATE TABLE shop.f (x integer, y integer)",
                "ALTER TABLE shop.f ADD CONSTRAINT f_p FOREIGN KEY (y, x) REFERENCES shop.\"P\" (\"B\", a) NOT VALID");

        assertThat(keys())
                .containsExactly(new ForeignKey(
                        "f_p", Shop.table("f"), List.of("y", "x"), Shop.table("P"), List.of("B", "a"), false));
    }

    @Test
    void rows_that_reference_nothing_are_found_although_their_constraint_is_lost() throws SQLException {
        shop.run(
                "CREATE TABLE shop.orders (id integer, customer bigint CONSTRAINT buyer REFERENCES shop.customers)",
                "INSERT INTO shop.orders VALUES (1, 1), (2, NULL), (3, 10)");
        List<ForeignKey> keys = keys();
        assertThat(orphans(keys)).isEmpty();

        shop.run(
                "ALTER TABLE shop.orders DROP CONSTRAINT buyer",
                "INSERT INTO shop.orders SELECT g, g FROM generate_series(11, 19) g");

        assertThat(orphans(keys))
                .containsExactly(new Orphans(
                        Shop.table("orders"),
                        List.of("customer"),
                        Shop.table("customers"),
                        "buyer",
                        9,
                        List.of(List.of("11"), List.of("12"), List.of("13"), List.of("14"), List.of("15"))));
    }

    @Test
    void rows_deleted_past_their_triggers_leave_orphans() throws SQLException {
        shop.run(
                "CREATE TABLE shop.orders (customer integer REFERENCES shop.customers)",
                "INSERT INTO shop.orders VALUES (1), (2)",
                "SET session_replication_role = replica",
                "DELETE FROM shop.customers WHERE id = 2");

        assertThat(orphans(keys())).singleElement().satisfies(orphan -> {
            assertThat(orphan.rows()).isEqualTo(1);
            assertThat(orphan.examples()).containsExactly(List.of("2"));
        });
    }

    @Test
    void a_key_that_is_null_in_part_breaks_match_full_only() throws SQLException {
        shop.run(
                "CREATE TABLE shop.p (a integer, b integer, PRIMARY KEY (a, b))",
                "CREATE TABLE shop.simple (a integer, b integer)",
                "CREATE TABLE shop.full_ (a integer, b integer)",
                "INSERT INTO shop.simple VALUES (1, NULL), (NULL, NULL)",
                "INSERT INTO shop.full_ VALUES (1, NULL), (NULL, NULL)",
                "ALTER TABLE shop.simple ADD FOREIGN KEY (a, b) REFERENCES shop.p NOT VALID",
                "ALTER TABLE shop.full_ ADD FOREIGN KEY (a, b) REFERENCES shop.p MATCH FULL NOT VALID");

        assertThat(orphans(keys())).singleElement().satisfies(orphan -> {
            assertThat(orphan.table()).isEqualTo(Shop.table("full_"));
            assertThat(orphan.rows()).isEqualTo(1);
            assertThat(orphan.examples()).containsExactly(List.of("1", "NULL"));
        });
    }

    @Test
    void a_table_can_reference_itself() throws SQLException {
        shop.run(
                "CREATE TABLE shop.tree (id integer PRIMARY KEY, parent integer)",
                "INSERT INTO shop.tree VALUES (1, NULL), (2, 1), (3, 99)",
                "ALTER TABLE shop.tree ADD FOREIGN KEY (parent) REFERENCES shop.tree NOT VALID");

        assertThat(orphans(keys())).singleElement().satisfies(orphan -> assertThat(orphan.examples())
                .containsExactly(List.of("99")));
    }

    @Test
    void partitions_are_searched_through_their_root_on_both_sides() throws SQLException {
        shop.run(
                "CREATE TABLE shop.p (id integer PRIMARY KEY) PARTITION BY RANGE (id)",
                "CREATE TABLE shop.p1 PARTITION OF shop.p FOR VALUES FROM (0) TO (10)",
                "CREATE TABLE shop.p2 PARTITION OF shop.p FOR VALUES FROM (10) TO (20)",
                "INSERT INTO shop.p VALUES (1), (11)",
                "CREATE TABLE shop.f (id integer REFERENCES shop.p) PARTITION BY RANGE (id)",
                "CREATE TABLE shop.f1 PARTITION OF shop.f FOR VALUES FROM (0) TO (20)",
                "INSERT INTO shop.f VALUES (1), (11)");
        assertThat(keys()).hasSize(1);
        assertThat(orphans(keys())).isEmpty();

        shop.run("SET session_replication_role = replica", "DELETE FROM shop.p2");

        assertThat(orphans(keys())).singleElement().satisfies(orphan -> assertThat(orphan.examples())
                .containsExactly(List.of("11")));
    }

    @Test
    void equality_is_the_type_s_own() throws SQLException {
        shop.run(
                "CREATE EXTENSION citext SCHEMA shop",
                "CREATE TABLE shop.p (n shop.citext PRIMARY KEY, m numeric UNIQUE)",
                "INSERT INTO shop.p VALUES ('A', 1.0)",
                "CREATE TABLE shop.f (n shop.citext REFERENCES shop.p (n), m numeric REFERENCES shop.p (m))",
                "INSERT INTO shop.f VALUES ('a', 1.00)");

        assertThat(keys()).hasSize(2);
        assertThat(orphans(keys())).isEmpty();
    }

    @Test
    void a_key_whose_tables_or_columns_are_gone_is_left_out() throws SQLException {
        shop.run("CREATE TABLE shop.orders (id integer, customer integer REFERENCES shop.customers)");
        List<ForeignKey> keys = keys();

        shop.run("ALTER TABLE shop.orders DROP customer");
        assertThat(orphans(keys)).isEmpty();
        shop.run("DROP TABLE shop.orders");
        assertThat(orphans(keys)).isEmpty();
    }
}
