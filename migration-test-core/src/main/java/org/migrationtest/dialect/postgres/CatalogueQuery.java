package org.migrationtest.dialect.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A query over the system catalogues that yields one row per object: {@code kind} (an
 * {@link org.migrationtest.schema.ObjectKind}), {@code name}, perhaps {@code of} (the table it belongs to), then its
 * properties by name, null where the object has none.
 *
 * @param name what it reads, as its resource is named
 * @param onlyWhere a query without columns, cheap to run, that has rows wherever this one has; empty where nearly every
 *     database has such objects
 * @param sql the query as one server version understands it
 */
record CatalogueQuery(String name, String onlyWhere, String sql) {
    private static final String ONLY_WHERE = "-- only where: ";

    private static final List<String> NAMES = List.of(
            "schemas",
            "extensions",
            "tables",
            "views",
            "columns",
            "constraints",
            "indexes",
            "sequences",
            "functions",
            "aggregates",
            "triggers",
            "event_triggers",
            "rules",
            "policies",
            "types",
            "range_types",
            "base_types",
            "collations",
            "conversions",
            "operators",
            "operator_classes",
            "operator_families",
            "casts",
            "transforms",
            "access_methods",
            "languages",
            "statistics",
            "text_search_configurations",
            "text_search_dictionaries",
            "text_search_parsers",
            "text_search_templates",
            "foreign_data_wrappers",
            "foreign_servers",
            "user_mappings",
            "publications",
            "default_privileges",
            "system_privileges",
            "large_objects",
            "database",
            "roles");

    /** What only a superuser may read: a subscription's row holds a connection string. */
    private static final String SUBSCRIPTIONS = "subscriptions";

    private static final Map<Integer, List<CatalogueQuery>> BY_MAJOR = new ConcurrentHashMap<>();

    /** All queries for a server of this major version. */
    static List<CatalogueQuery> all(int major, boolean superuser) {
        List<CatalogueQuery> all = BY_MAJOR.computeIfAbsent(major, CatalogueQuery::load);
        return superuser ? all : all.subList(0, NAMES.size());
    }

    private static List<CatalogueQuery> load(int major) {
        return Stream.concat(NAMES.stream(), Stream.of(SUBSCRIPTIONS))
                .map(name -> of(name, resource(name), major))
                .toList();
    }

    private static CatalogueQuery of(String name, String resource, int major) {
        if (!resource.startsWith(ONLY_WHERE)) {
            return new CatalogueQuery(name, "", CatalogueSql.render(resource, major));
        }
        int end = resource.indexOf('\n');
        return new CatalogueQuery(
                name,
                resource.substring(ONLY_WHERE.length(), end),
                CatalogueSql.render(resource.substring(end + 1), major));
    }

    private static String resource(String name) {
        String path = "schema/" + name + ".sql";
        try (InputStream in = CatalogueQuery.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + path + " is missing beside " + CatalogueQuery.class
                        + ": the migration-test-core jar is incomplete");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + path, e);
        }
    }
}
