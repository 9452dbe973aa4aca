package example;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationtest.migration.MigrationId;

/** What a user of Flyway gets with the JUnit extension, and what not. */
class ClassPathTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @ParameterizedTest
    @ValueSource(strings = {"junit-extension", "datagen", "migration-test-core", "flyway-core"})
    void what_was_asked_for_is_there(String library) {
        assertTrue(CLASS_PATH.contains("/" + library), CLASS_PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"liquibase", "testcontainers", "docker-java", "jsqlparser", "datafaker", "assertj"})
    void what_nobody_asked_for_is_not(String library) {
        assertFalse(CLASS_PATH.contains("/" + library), "nobody asked for " + library + ": " + CLASS_PATH);
    }

    @Test
    void the_core_can_be_called() {
        assertTrue(new MigrationId("7").toString().contains("7"));
    }
}
