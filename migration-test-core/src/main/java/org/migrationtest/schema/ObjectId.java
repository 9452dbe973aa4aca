package org.migrationtest.schema;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * Identifies a schema object by kind and name, never by a number of the engine's own, so that an object that was dropped
 * and created again is the same object.
 *
 * @param kind the kind of the object
 * @param name the whole name as the engine would print it, with its schema and, for parts of a table, the table:
 *     {@code shop.orders}, {@code shop.orders.total}
 */
public record ObjectId(ObjectKind kind, String name) implements Comparable<ObjectId> {
    private static final Comparator<ObjectId> ORDER =
            Comparator.comparing(ObjectId::kind).thenComparing(ObjectId::name);

    public ObjectId {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
    }

    @Override
    public int compareTo(ObjectId other) {
        return ORDER.compare(this, other);
    }

    /** The object in words: {@code column shop.orders.total}. */
    @Override
    public String toString() {
        return kind.label() + " " + name;
    }
}
