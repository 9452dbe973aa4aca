package org.migrationtest.source.liquibase;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.migrationtest.source.MigrationSourceException;

/**
 * The user's settings, by Liquibase's own names.
 *
 * @param contexts the context filter, empty for none
 * @param labels the label filter, empty for none
 * @param parameters changelog parameters
 * @param names {@code databaseChangeLogTableName}, {@code databaseChangeLogLockTableName}, {@code liquibaseSchemaName},
 *     {@code defaultSchemaName}, as far as they were set
 * @param searchPath folders that changelog paths are relative to; empty for the default
 */
record LiquibaseOptions(
        String contexts,
        String labels,
        Map<String, String> parameters,
        Map<String, String> names,
        List<Path> searchPath) {
    private static final String PARAMETER = "parameters.";
    private static final List<String> CONTEXTS = List.of("contexts", "contextFilter");
    private static final List<String> LABELS = List.of("labels", "labelFilter");
    private static final String SEARCH_PATH = "searchPath";
    private static final List<String> NAMES = List.of(
            "databaseChangeLogTableName", "databaseChangeLogLockTableName", "liquibaseSchemaName", "defaultSchemaName");

    LiquibaseOptions {
        parameters = Map.copyOf(parameters);
        names = Map.copyOf(names);
        searchPath = List.copyOf(searchPath);
    }

    /**
     * @throws MigrationSourceException if one is unknown or has a value that makes no sense
     */
    static LiquibaseOptions of(Map<String, String> options) {
        Map<String, String> rest = new TreeMap<>(options);
        String contexts = take(rest, CONTEXTS).orElse("");
        String labels = take(rest, LABELS).orElse("");
        List<Path> searchPath = take(rest, List.of(SEARCH_PATH)).stream()
                .flatMap(Pattern.compile("[," + File.pathSeparator + "]")::splitAsStream)
                .map(folder -> Path.of(folder.strip()))
                .toList();
        Map<String, String> names = new TreeMap<>();
        NAMES.forEach(name -> take(rest, List.of(name)).ifPresent(value -> names.put(name, value)));
        Map<String, String> parameters = new TreeMap<>();
        for (String name : List.copyOf(rest.keySet())) {
            if (name.startsWith(PARAMETER)) {
                take(rest, List.of(name)).ifPresent(value -> parameters.put(name.substring(PARAMETER.length()), value));
            }
        }
        if (!rest.isEmpty()) {
            throw new MigrationSourceException("The Liquibase source has no option '"
                    + rest.keySet().iterator().next() + "'. It has " + String.join(", ", known()) + ".");
        }
        return new LiquibaseOptions(contexts, labels, parameters, names, searchPath);
    }

    Optional<String> name(String option) {
        return Optional.ofNullable(names.get(option));
    }

    private static Optional<String> take(Map<String, String> options, List<String> names) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            String value = options.remove(name);
            if (value != null) {
                found.add(value);
            }
        }
        if (found.size() > 1) {
            throw new MigrationSourceException("The Liquibase options " + String.join(" and ", names)
                    + " mean the same, and both are set: '" + String.join("' and '", found) + "'. Keep one.");
        }
        return found.stream().findFirst();
    }

    private static TreeSet<String> known() {
        TreeSet<String> known = new TreeSet<>(List.of(PARAMETER + "NAME", SEARCH_PATH));
        Stream.of(CONTEXTS, LABELS, NAMES).forEach(known::addAll);
        return known;
    }
}
