package org.migrationtest.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.migrationtest.data.RowKeys;
import org.migrationtest.data.TableFingerprint;
import org.migrationtest.database.DataMark;

/** Columns that are computed when read came with 18: their values change without a row being written. */
final class VirtualColumnTest {
    @Test
    void a_changed_expression_is_a_change_of_the_table() throws SQLException {
        PostgresDataReader data = new PostgresDataReader();
        RowKeys none = RowKeys.none(Shop.table("t"));
        try (Shop shop = Shop.on("postgres:18")) {
            shop.run(
                    "CREATE TABLE shop.t (id integer, twice integer GENERATED ALWAYS AS (id * 2) VIRTUAL)",
                    "INSERT INTO shop.t VALUES (1)");
            shop.connection.setAutoCommit(false);
            DataMark mark = data.mark(shop.connection);
            TableFingerprint before = data.fingerprint(shop.connection, Shop.table("t"), none);
            assertThat(data.changedSince(shop.connection, mark)).isEmpty();

            shop.run("ALTER TABLE shop.t ALTER twice SET EXPRESSION AS (id * 3)");

            assertThat(data.changedSince(shop.connection, mark)).isEqualTo(Shop.tables("t"));
            assertThat(data.fingerprint(shop.connection, Shop.table("t"), none)).isNotEqualTo(before);
        }
    }
}
