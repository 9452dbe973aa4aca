package org.migrationtest.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What happened to one object between two snapshots. */
public sealed interface ObjectChange {
    /** Which object. */
    ObjectId id();

    /** The object is in the later snapshot only. */
    record Added(SchemaObject object) implements ObjectChange {
        public Added {
            requireNonNull(object, "object is null");
        }

        @Override
        public ObjectId id() {
            return object.id();
        }
    }

    /** The object is in the earlier snapshot only. */
    record Removed(SchemaObject object) implements ObjectChange {
        public Removed {
            requireNonNull(object, "object is null");
        }

        @Override
        public ObjectId id() {
            return object.id();
        }
    }

    /** The object is in both, with other properties; {@code changes} is never empty. */
    record Changed(ObjectId id, List<PropertyChange> changes) implements ObjectChange {
        public Changed {
            requireNonNull(id, "id is null");
            changes = List.copyOf(changes);
        }
    }
}
