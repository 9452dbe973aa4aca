package org.migrationtest.database;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The dialects on the class path, and which engine versions they stand for. */
public final class Dialects {
    private static final String ASKED_FOR =
            " It was asked for in @Databases, in the property migrationtest.databases, or in databases(...).";

    private Dialects() {}

    /**
     * The dialect for an engine version, before anything is started.
     *
     * @throws DatabaseUnavailableException if the engine is unknown, or the version is not supported; the message says
     *     which are
     */
    public static Dialect of(EngineVersion wanted) {
        Dialect dialect = all().stream()
                .filter(candidate -> candidate.engine().equals(wanted.engine()))
                .findFirst()
                .orElseThrow(() -> new DatabaseUnavailableException("migration-test knows no database engine '"
                        + wanted.engine() + "', only " + engines() + "." + ASKED_FOR));
        if (!dialect.supportedVersions().include(wanted.major())) {
            throw new DatabaseUnavailableException(wanted + " is not supported: of " + wanted.engine()
                    + " migration-test knows the versions " + dialect.supportedVersions() + "." + ASKED_FOR
                    + " Ask for one of those.");
        }
        return dialect;
    }

    private static String engines() {
        return all().stream().map(Dialect::engine).sorted().collect(Collectors.joining(", "));
    }

    private static List<Dialect> all() {
        return ServiceLoader.load(Dialect.class, Dialects.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
