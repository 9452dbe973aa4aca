package org.migrationtest.source.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.source.SourceProvider;
import org.migrationtest.source.SourceSettings;

class FlywayProviderTest {
    private final FlywayProvider provider = new FlywayProvider();

    @Test
    void is_found_by_its_name() {
        assertThat(ServiceLoader.load(SourceProvider.class))
                .filteredOn(found -> found.name().equals("flyway"))
                .singleElement()
                .isInstanceOf(FlywayProvider.class);
    }

    @Test
    void finds_migrations_at_the_conventional_place(@TempDir Path root) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, null)) {
            assertThat(provider.foundAtConventionalPlace(loader)).isFalse();
            Files.createDirectories(root.resolve("db/migration"));
            assertThat(provider.foundAtConventionalPlace(loader)).isTrue();
        }
    }

    @Test
    void tells_flyways_version() {
        SourceSettings settings =
                new SourceSettings(List.of(), Map.of(), getClass().getClassLoader());
        assertThat(provider.open(settings).tool()).matches("Flyway 1\\d\\.\\d+\\.\\d+");
    }

    @Test
    void without_flyway_names_what_to_add() throws Exception {
        assertThatThrownBy(() -> openWith(FlywayProvider.class))
                .hasMessage("The source 'flyway' was chosen, but org.flywaydb.core.Flyway is not on the class path. Add"
                        + " org.flywaydb:flyway-core:10.22.0 or newer as a test dependency, or choose another source with"
                        + " the property migrationtest.source.");
    }

    @Test
    void without_flyways_postgresql_module_names_what_to_add() {
        assertThatThrownBy(() -> openWith(FlywayProvider.class, Flyway.class))
                .hasMessage("The source 'flyway' was chosen, but"
                        + " org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension is not on the class path."
                        + " Add org.flywaydb:flyway-database-postgresql in the version of flyway-core as a test"
                        + " dependency, or choose another source with the property migrationtest.source.");
    }

    /** Opens a source with a class path of nothing but the places these classes come from. */
    private static void openWith(Class<?>... types) throws Throwable {
        URL[] path = new URL[types.length];
        for (int i = 0; i < types.length; i++) {
            path[i] = types[i].getProtectionDomain().getCodeSource().getLocation();
        }
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Object provider = loader.loadClass(FlywayProvider.class.getName())
                    .getConstructor()
                    .newInstance();
            Class<?> settings = loader.loadClass(SourceSettings.class.getName());
            Object none = settings.getConstructor(List.class, Map.class, ClassLoader.class)
                    .newInstance(List.of(), Map.of(), loader);
            provider.getClass().getMethod("open", settings).invoke(provider, none);
        } catch (java.lang.reflect.InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
