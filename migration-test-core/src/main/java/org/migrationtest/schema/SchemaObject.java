package org.migrationtest.schema;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One object of a schema with everything that defines it.
 *
 * @param id what it is
 * @param properties every defining property as text, by a name a person understands ({@code type}, {@code default},
 *     {@code definition}); a property the object does not have is absent, which differs from an empty text
 */
public record SchemaObject(ObjectId id, Map<String, String> properties) {
    /** The property that says where in its table a column physically stands; see {@link SchemaDifference#isOrderOnly()}. */
    public static final String POSITION = "position";

    public SchemaObject {
        requireNonNull(id, "id is null");
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }
}
