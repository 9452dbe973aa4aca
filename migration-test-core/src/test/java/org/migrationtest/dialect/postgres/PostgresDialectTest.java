package org.migrationtest.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.migrationtest.database.Dialect;

final class PostgresDialectTest {
    @Test
    void the_dialect_is_found_by_its_engine() {
        assertThat(ServiceLoader.load(Dialect.class).stream().map(ServiceLoader.Provider::get))
                .filteredOn(dialect -> dialect.engine().equals("postgres"))
                .singleElement()
                .isInstanceOf(PostgresDialect.class);
    }
}
