package org.migrationtest.schema;

import java.util.List;

/**
 * What changed between two snapshots.
 *
 * @param changes one per object that differs, sorted: first what was removed or changed, then what was added
 */
public record SchemaDifference(List<ObjectChange> changes) {
    /** No difference. */
    public static final SchemaDifference NONE = new SchemaDifference(List.of());

    public SchemaDifference {
        changes = List.copyOf(changes);
    }

    /** Whether the two snapshots were equal in every compared property. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether there is a difference, and all of it is the physical order of columns, which no SQL by name can see. */
    public boolean isOrderOnly() {
        return !changes.isEmpty() && withoutOrder().isEmpty();
    }

    /** The same difference without what only tells of the physical order of columns. */
    public SchemaDifference withoutOrder() {
        return new SchemaDifference(changes.stream()
                .map(SchemaDifference::withoutPosition)
                .flatMap(List::stream)
                .toList());
    }

    private static List<ObjectChange> withoutPosition(ObjectChange change) {
        if (!(change instanceof ObjectChange.Changed changed)) {
            return List.of(change);
        }
        List<PropertyChange> rest = changed.changes().stream()
                .filter(property -> !property.property().equals(SchemaObject.POSITION))
                .toList();
        return rest.isEmpty() ? List.of() : List.of(new ObjectChange.Changed(changed.id(), rest));
    }
}
