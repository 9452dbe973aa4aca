package org.migrationtest.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.migrationtest.MigrationCheck;

/**
 * The properties in force. JUnit tells the value of a configuration parameter only to whoever knows its name; which names
 * there are is known from {@link ParameterNames}, and where that is not called, from the places they are usually written
 * to: system properties and {@code junit-platform.properties}.
 */
final class Properties {
    private static final String FILE = "junit-platform.properties";
    private static final String PREFIX = "migrationtest.";

    /** Of all runs of this JVM: one that is not in the run at hand has no value there. */
    private static final Set<String> NAMED = ConcurrentHashMap.newKeySet();

    private Properties() {}

    static void named(Set<String> names) {
        names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(PREFIX))
                .forEach(NAMED::add);
    }

    static Map<String, String> of(ExtensionContext context) {
        Map<String, String> all = new HashMap<>(file());
        Stream.concat(MigrationCheck.propertyNames().stream(), NAMED.stream())
                .forEach(name -> context.getConfigurationParameter(name).ifPresent(value -> all.put(name, value)));
        java.util.Properties system = System.getProperties();
        system.stringPropertyNames().forEach(name -> all.put(name, system.getProperty(name)));
        return all;
    }

    private static Map<String, String> file() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Map<String, String> all = new HashMap<>();
        try (InputStream file = loader == null ? null : loader.getResourceAsStream(FILE)) {
            if (file != null) {
                java.util.Properties properties = new java.util.Properties();
                properties.load(file);
                properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " on the class path cannot be read: " + e.getMessage(), e);
        }
        return all;
    }
}
