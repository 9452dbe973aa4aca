package org.migrationtest.datagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationtest.datagen.Databases.execute;
import static org.migrationtest.datagen.Databases.query;
import static org.migrationtest.datagen.Databases.table;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.seed.SeedResult;

final class LargeFillTest {
    private static final long ROWS = 100_000;

    @Test
    void a_hundred_thousand_rows_a_table_need_a_heap_of_32_megabytes() throws Exception {
        try (TestDatabase database = Databases.create();
                Connection connection = database.connect()) {
            execute(
                    connection,
                    "create table customer (id bigserial primary key, email text not null unique, note text)");
            execute(
                    connection,
                    "create table orders (id uuid primary key, customer_id bigint not null references customer,"
                            + " total numeric(10, 2) not null check (total > 0), placed timestamptz not null)");
            Process filler = new ProcessBuilder(
                            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                            "-Xmx32m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LargeFillTest.class.getName(),
                            database.jdbcUrl(),
                            database.user(),
                            database.password())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(filler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(filler.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(said).isEmpty();
            assertThat(filler.exitValue()).isZero();
            assertThat(query(connection, "select count(*) from customer union all select count(*) from orders"))
                    .containsExactly("100000", "100000");
        }
    }

    /** Fills in a JVM of its own, and says nothing unless something is wrong. */
    public static void main(String[] login) throws Exception {
        try (Connection connection = DriverManager.getConnection(login[0], login[1], login[2])) {
            SeedResult result = new PostgresSeeder()
                    .fill(connection, Databases.volume(Set.of(table("customer"), table("orders")), ROWS));
            result.unfilled().forEach(System.out::println);
        }
    }
}
