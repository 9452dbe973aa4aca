package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.migrationtest.MigrationCheck;
import org.migrationtest.database.DatabaseSettings;

/** What is optional is missed only when it is needed, and then named by its coordinates. */
class MissingLibraryTest {
    private final MigrationCheck check = MigrationCheck.of("sql", "classpath:migrations")
            .from(new DatabaseSettings("container", Optional.empty(), Optional.empty()));

    @Test
    void datagen() {
        assertEquals(
                "No rows can be generated: rows is 100 and exerciseRows is 3, but what generates rows for postgres is not"
                        + " on the class path. Add the dependency org.migrationtest:datagen in test scope, or test on the"
                        + " rows of the migrations alone by migrationtest.rows=0 and migrationtest.exerciseRows=0, or"
                        + " rows(0) and exerciseRows(0).",
                told(check));
    }

    @Test
    void testcontainers() {
        assertEquals(
                "No database for postgres:17 (asked for in @Databases, in the property migrationtest.databases, or in"
                        + " databases(...)). The provider is 'container' (property migrationtest.provider).\n"
                        + "container: Testcontainers is not on the class path; add the dependency"
                        + " org.testcontainers:testcontainers in test scope.",
                told(check.rows(0).exerciseRows(0)));
    }

    private static String told(MigrationCheck check) {
        return assertThrows(RuntimeException.class, check::run).getMessage();
    }
}
