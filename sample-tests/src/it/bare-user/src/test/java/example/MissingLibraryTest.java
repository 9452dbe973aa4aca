package example;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationtest.source.MigrationSourceException;
import org.migrationtest.source.SourceProvider;
import org.migrationtest.source.SourceSettings;

/** Without a migration tool all providers can be loaded, and each says what to add. */
class MissingLibraryTest {
    @ParameterizedTest
    @CsvSource({"flyway, org.flywaydb:flyway-core", "liquibase, org.liquibase:liquibase-core"})
    void names_the_coordinates_to_add(String source, String coordinates) {
        SourceProvider provider = ServiceLoader.load(SourceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.name().equals(source))
                .findFirst()
                .orElseThrow();
        SourceSettings settings = new SourceSettings(
                List.of("classpath:db/changelog.xml"), Map.of(), getClass().getClassLoader());

        String message = assertThrows(MigrationSourceException.class, () -> provider.open(settings))
                .getMessage();

        assertTrue(message.contains("Add") && message.contains(coordinates), message);
        assertTrue(message.contains("is not on the class path"), message);
    }
}
