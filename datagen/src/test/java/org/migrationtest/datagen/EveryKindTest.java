package org.migrationtest.datagen;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.seed.SeedResult;

@TestInstance(Lifecycle.PER_CLASS)
final class EveryKindTest {
    private final TestDatabase database = Databases.create();
    private SeedResult result = new SeedResult(Map.of(), Map.of(), java.util.List.of());

    @BeforeAll
    void fill() throws Exception {
        try (Connection connection = database.connect()) {
            Databases.execute(connection, Databases.everyKind());
            result = new PostgresSeeder().fill(connection, Databases.volume(Databases.tables(connection), 100));
        }
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @Test
    void every_table_is_filled() {
        System.out.println(new TreeMap<>(result.rows()));
        assertThat(result.unfilled()).isEmpty();
    }
}
