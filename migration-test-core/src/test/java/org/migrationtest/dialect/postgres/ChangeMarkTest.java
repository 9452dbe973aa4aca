package org.migrationtest.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationtest.database.DataMark;
import org.migrationtest.schema.TableName;

final class ChangeMarkTest extends ShopTest {
    private final PostgresDataReader data = new PostgresDataReader();

    @BeforeEach
    void fill() throws SQLException {
        shop.run(
                "CREATE TYPE shop.mood AS ENUM ('sad', 'glad')",
                "CREATE TABLE shop.t (id integer PRIMARY KEY, v text, m shop.mood)",
                "CREATE TABLE shop.calm (id integer PRIMARY KEY, t integer REFERENCES shop.t ON DELETE CASCADE)",
                "INSERT INTO shop.t SELECT g, 'v' || g, 'sad' FROM generate_series(1, 100) g",
                "INSERT INTO shop.calm VALUES (1, 1), (2, 2)");
    }

    private Set<TableName> since(DataMark mark) throws SQLException {
        return data.changedSince(shop.connection, mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO shop.t VALUES (101)",
                "UPDATE shop.t SET v = 'x' WHERE id = 50",
                "DELETE FROM shop.t WHERE id = 50",
                "DELETE FROM shop.t WHERE id = 50; INSERT INTO shop.t VALUES (50, 'v50', 'glad')",
                "ALTER TABLE shop.t ADD w integer DEFAULT 7",
                "ALTER TABLE shop.t DROP v",
                "ALTER TABLE shop.t RENAME v TO w",
                "ALTER TABLE shop.t ALTER v TYPE varchar",
                "ALTER TABLE shop.t ALTER id TYPE bigint",
                "ALTER TYPE shop.mood RENAME VALUE 'sad' TO 'gloomy'",
                "DO $$BEGIN UPDATE shop.t SET v = 'x' WHERE id = 50; END$$",
                "TRUNCATE shop.t CASCADE; INSERT INTO shop.calm SELECT 1 WHERE false",
                "CREATE TABLE shop.new_t (LIKE shop.t); DROP TABLE shop.t CASCADE; ALTER TABLE shop.new_t RENAME TO t"
            })
    void a_changed_table_is_named(String change) throws SQLException {
        DataMark committed = data.mark(shop.connection);
        shop.connection.setAutoCommit(false);
        DataMark inTransaction = data.mark(shop.connection);
        assertThat(since(inTransaction)).isEmpty();

        shop.run(change);

        assertThat(since(inTransaction)).contains(Shop.table("t")).isEqualTo(namedBy(change));
        shop.connection.commit();
        shop.connection.setAutoCommit(true);
        assertThat(since(committed)).isEqualTo(namedBy(change));
    }

    private static Set<TableName> namedBy(String change) {
        return change.startsWith("TRUNCATE") ? Shop.tables("t", "calm") : Shop.tables("t");
    }

    @Test
    void a_cascade_is_named() throws SQLException {
        shop.connection.setAutoCommit(false);
        DataMark mark = data.mark(shop.connection);

        shop.run("DELETE FROM shop.t WHERE id = 1");

        assertThat(since(mark)).isEqualTo(Shop.tables("t", "calm"));
    }

    @Test
    void what_a_savepoint_released_is_named() throws SQLException {
        shop.connection.setAutoCommit(false);
        DataMark mark = data.mark(shop.connection);

        shop.run("SAVEPOINT a", "UPDATE shop.t SET v = 'x' WHERE id = 1", "RELEASE a");

        assertThat(since(mark)).isEqualTo(Shop.tables("t"));
    }

    @Test
    void what_a_roll_back_took_back_is_not_named_where_the_catalogue_alone_had_changed() throws SQLException {
        shop.connection.setAutoCommit(false);
        DataMark mark = data.mark(shop.connection);

        shop.run("SAVEPOINT a", "ALTER TABLE shop.t ADD w integer", "TRUNCATE shop.calm", "ROLLBACK TO a");

        assertThat(since(mark)).isEmpty();
    }

    @Test
    void new_tables_are_named_and_gone_ones_not() throws SQLException {
        shop.connection.setAutoCommit(false);
        DataMark mark = data.mark(shop.connection);

        shop.run("DROP TABLE shop.calm", "CREATE TABLE shop.fresh ()");

        assertThat(since(mark)).isEqualTo(Shop.tables("fresh"));
    }

    @Test
    void a_table_truncated_in_place_and_filled_alike_is_named() throws SQLException {
        shop.connection.setAutoCommit(false);
        shop.run("CREATE TABLE shop.fresh (v integer)", "INSERT INTO shop.fresh VALUES (1)");
        shop.run("ALTER TABLE shop.calm SET UNLOGGED");
        DataMark mark = data.mark(shop.connection);

        shop.run("TRUNCATE shop.fresh", "INSERT INTO shop.fresh VALUES (2)", "TRUNCATE shop.calm");

        assertThat(since(mark)).isEqualTo(Shop.tables("fresh", "calm"));
    }

    @Test
    void what_others_committed_is_named_at_once() throws SQLException {
        DataMark mark = data.mark(shop.connection);

        shop.runElsewhere("UPDATE shop.t SET v = 'x' WHERE id = 3");

        assertThat(since(mark)).isEqualTo(Shop.tables("t"));
    }

    @Test
    void what_others_took_back_is_not_named() throws SQLException {
        DataMark mark = data.mark(shop.connection);

        shop.runElsewhere("BEGIN", "DELETE FROM shop.t", "ROLLBACK", "SELECT count(*) FROM shop.calm");

        assertThat(since(mark)).isEmpty();
    }

    @Test
    void a_deleted_row_is_missed_though_it_was_vacuumed_away() throws SQLException {
        DataMark mark = data.mark(shop.connection);

        shop.runElsewhere("DELETE FROM shop.t WHERE id = 100", "VACUUM (FREEZE) shop.t");

        assertThat(since(mark)).isEqualTo(Shop.tables("t"));
    }

    @Test
    void rows_that_were_being_written_at_the_mark_are_named() throws SQLException {
        try (var writer = shop.database.connect();
                var statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("INSERT INTO shop.calm VALUES (3, 3)");
            DataMark mark = data.mark(shop.connection);
            writer.commit();

            assertThat(since(mark)).isEqualTo(Shop.tables("calm"));
        }
    }

    @Test
    void a_mark_of_another_transaction_names_every_table() throws SQLException {
        shop.connection.setAutoCommit(false);
        DataMark mark = data.mark(shop.connection);
        shop.connection.commit();

        assertThat(since(mark)).isEqualTo(Shop.tables("t", "calm"));
    }

    @Test
    void changes_that_are_not_counted_name_every_table() throws SQLException {
        shop.run("SET track_counts = off");
        shop.connection.setAutoCommit(false);
        DataMark mark = data.mark(shop.connection);

        shop.run("UPDATE shop.t SET v = 'x'");

        assertThat(since(mark)).isEqualTo(Shop.tables("t", "calm"));
    }

    @Test
    void tables_are_ordinary_ones_and_partitions() throws SQLException {
        shop.run(
                "CREATE TABLE shop.parted (id integer) PARTITION BY LIST (id)",
                "CREATE TABLE shop.part PARTITION OF shop.parted DEFAULT",
                "CREATE TEMPORARY TABLE temporary ()",
                "CREATE VIEW shop.seen AS SELECT 1 AS one",
                "CREATE MATERIALIZED VIEW shop.stored AS SELECT 1 AS one");

        assertThat(data.tables(shop.connection)).isEqualTo(Shop.tables("t", "calm", "part"));
    }
}
