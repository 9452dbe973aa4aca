package org.migrationtest.dialect.postgres;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs every test on the oldest and on the newest PostgreSQL, each in a database of its own. */
@ParameterizedClass
@ValueSource(strings = {"postgres:13", "postgres:18"})
abstract class ShopTest {
    @Parameter
    String version = "";

    Shop shop;

    @BeforeEach
    void open() throws SQLException {
        shop = Shop.on(version);
    }

    @AfterEach
    void close() throws SQLException {
        shop.close();
    }
}
