package org.migrationtest.source.flyway;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.scanner.Scanner;
import org.jspecify.annotations.Nullable;

/** What Flyway's own scanner finds at a configuration's locations. */
final class FlywayScan {
    private final Scanner<JavaMigration> scanner;

    private FlywayScan(Scanner<JavaMigration> scanner) {
        this.scanner = scanner;
    }

    /** @throws FlywayException if a location cannot be read */
    static FlywayScan of(Configuration configuration) {
        return new FlywayScan(scanner(configuration));
    }

    List<LoadableResource> files() {
        return scanner.getResources("", "").stream().sorted().toList();
    }

    Collection<Class<? extends JavaMigration>> classes() {
        return scanner.getClasses();
    }

    @Nullable
    LoadableResource file(String name) {
        return scanner.getResource(name);
    }

    /** The constructor's parameters differ from version to version of Flyway, but each type among them has one meaning. */
    @SuppressWarnings("unchecked")
    private static Scanner<JavaMigration> scanner(Configuration configuration) {
        Constructor<?> constructor = Scanner.class.getConstructors()[0];
        try {
            Object[] arguments = new Object[constructor.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = argument(constructor.getParameterTypes()[i], configuration);
            }
            return (Scanner<JavaMigration>) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException unexpected) {
            if (unexpected.getCause() instanceof FlywayException refused) {
                throw refused;
            }
            throw new IllegalStateException(
                    "This version of Flyway scans in a way that is not known here: "
                            + Arrays.toString(constructor.getParameterTypes()),
                    unexpected);
        }
    }

    private static Object argument(Class<?> type, Configuration configuration) throws ReflectiveOperationException {
        if (type == Class.class) {
            return JavaMigration.class;
        }
        if (type == Configuration.class) {
            return configuration;
        }
        if (type == Location[].class) {
            return configuration.getLocations();
        }
        return type == boolean.class ? false : type.getConstructor().newInstance();
    }
}
