package org.migrationtest.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every object of a schema at one moment.
 *
 * @param objects the objects by identity, sorted
 */
public record SchemaSnapshot(SortedMap<ObjectId, SchemaObject> objects) {
    public SchemaSnapshot {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    }

    /**
     * A snapshot of these objects.
     *
     * @throws IllegalArgumentException if two objects share an identity, since one of them would be lost
     */
    public static SchemaSnapshot of(Collection<SchemaObject> objects) {
        SortedMap<ObjectId, SchemaObject> byId = new TreeMap<>();
        for (SchemaObject object : objects) {
            if (byId.put(object.id(), object) != null) {
                throw new IllegalArgumentException("two objects in one snapshot are called " + object.id());
            }
        }
        return new SchemaSnapshot(byId);
    }

    /** What must happen to this snapshot to become {@code after}. */
    public SchemaDifference differenceTo(SchemaSnapshot after) {
        List<ObjectChange> changes = new ArrayList<>();
        for (SchemaObject object : objects.values()) {
            SchemaObject counterpart = after.objects.get(object.id());
            if (counterpart == null) {
                changes.add(new ObjectChange.Removed(object));
            } else if (!counterpart.properties().equals(object.properties())) {
                changes.add(new ObjectChange.Changed(object.id(), propertyChanges(object, counterpart)));
            }
        }
        for (SchemaObject object : after.objects.values()) {
            if (!objects.containsKey(object.id())) {
                changes.add(new ObjectChange.Added(object));
            }
        }
        return new SchemaDifference(changes);
    }

    private static List<PropertyChange> propertyChanges(SchemaObject before, SchemaObject after) {
        SortedMap<String, PropertyChange> changes = new TreeMap<>();
        before.properties().forEach((name, value) -> {
            if (!value.equals(after.properties().get(name))) {
                changes.put(
                        name, new PropertyChange(name, value, after.properties().get(name)));
            }
        });
        for (Map.Entry<String, String> property : after.properties().entrySet()) {
            if (!before.properties().containsKey(property.getKey())) {
                changes.put(property.getKey(), new PropertyChange(property.getKey(), null, property.getValue()));
            }
        }
        return List.copyOf(changes.values());
    }
}
