package org.migrationtest.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationtest.schema.ObjectChange;
import org.migrationtest.schema.ObjectId;
import org.migrationtest.schema.ObjectKind;
import org.migrationtest.schema.PropertyChange;
import org.migrationtest.schema.SchemaDifference;
import org.migrationtest.schema.SchemaObject;

/** Tells a schema difference to a person, object by object. */
final class SchemaText {
    private static final int MAX_LINES = 40;
    private static final int MAX_VALUE = 200;

    private SchemaText() {}

    static List<String> lines(SchemaDifference difference) {
        List<String> lines = new ArrayList<>();
        for (ObjectChange change : difference.changes()) {
            if (!isTold(change, difference)) {
                continue;
            }
            if (change instanceof ObjectChange.Removed removed) {
                lines.add(removed.id() + " is missing" + definition(removed.object(), ", it was: "));
            } else if (change instanceof ObjectChange.Added added) {
                lines.add(added.id() + " is left behind" + definition(added.object(), ": "));
            } else if (change instanceof ObjectChange.Changed changed) {
                changed.changes().forEach(property -> lines.add(changed.id() + ": " + text(property)));
            }
        }
        if (lines.size() <= MAX_LINES) {
            return lines;
        }
        List<String> shortened = new ArrayList<>(lines.subList(0, MAX_LINES));
        shortened.add("and " + (lines.size() - MAX_LINES) + " more");
        return shortened;
    }

    /** A missing table tells of its columns, so they need no lines of their own. */
    private static boolean isTold(ObjectChange change, SchemaDifference difference) {
        if (change instanceof ObjectChange.Changed) {
            return true;
        }
        String name = change.id().name();
        return difference.changes().stream()
                .filter(other -> other.getClass() == change.getClass())
                .map(ObjectChange::id)
                .noneMatch(other -> isContainer(other) && name.startsWith(other.name() + "."));
    }

    private static boolean isContainer(ObjectId id) {
        return id.kind() == ObjectKind.TABLE
                || id.kind() == ObjectKind.VIEW
                || id.kind() == ObjectKind.MATERIALIZED_VIEW
                || id.kind() == ObjectKind.SCHEMA;
    }

    private static String definition(SchemaObject object, String introduction) {
        Map<String, String> properties = object.properties();
        String text = properties.get("definition");
        if (text == null) {
            text = properties.get("type");
        }
        return text == null ? "" : introduction + shorten(text);
    }

    private static String text(PropertyChange change) {
        return change.property() + " was " + value(change.before()) + ", is " + value(change.after());
    }

    private static String value(@Nullable String value) {
        return value == null ? "absent" : shorten(value.isEmpty() ? "empty" : value);
    }

    private static String shorten(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= MAX_VALUE ? line : line.substring(0, MAX_VALUE) + " …";
    }
}
