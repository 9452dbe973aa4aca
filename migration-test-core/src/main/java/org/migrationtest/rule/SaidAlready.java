package org.migrationtest.rule;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.migrationtest.schema.ObjectChange;
import org.migrationtest.schema.ObjectId;
import org.migrationtest.schema.ObjectKind;
import org.migrationtest.schema.PropertyChange;
import org.migrationtest.schema.SchemaDifference;

/** What needs no line of its own, because the line of something greater says it. */
final class SaidAlready {
    private static final Set<ObjectKind> CONTAINERS =
            Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.SCHEMA);

    private static final Pattern TABLE_OF_INDEX = Pattern.compile(" ON (?:ONLY )?(\\S+) USING ");

    private SaidAlready() {}

    static boolean by(SchemaDifference difference, ObjectChange change) {
        return difference.changes().stream()
                .filter(other -> other.getClass() == change.getClass())
                .anyMatch(other -> says(other, change));
    }

    private static boolean says(ObjectChange greater, ObjectChange change) {
        ObjectId id = change.id();
        if (id.kind() == ObjectKind.INDEX && greater.id().kind() == ObjectKind.CONSTRAINT) {
            return isIndexOf(greater.id(), id) && sayNoLess(greater, change);
        }
        return !(change instanceof ObjectChange.Changed)
                && CONTAINERS.contains(greater.id().kind())
                && (id.name().startsWith(greater.id().name() + ".")
                        || (id.kind() == ObjectKind.INDEX
                                && table(change).equals(greater.id().name())));
    }

    /** The index of a unique constraint has its name. */
    private static boolean isIndexOf(ObjectId constraint, ObjectId index) {
        int dot = index.name().lastIndexOf('.');
        return constraint.name().startsWith(index.name().substring(0, dot + 1))
                && constraint.name().endsWith(index.name().substring(dot));
    }

    private static boolean sayNoLess(ObjectChange constraint, ObjectChange index) {
        return !(constraint instanceof ObjectChange.Changed one)
                || !(index instanceof ObjectChange.Changed other)
                || properties(one).containsAll(properties(other));
    }

    private static Set<String> properties(ObjectChange.Changed changed) {
        return changed.changes().stream().map(PropertyChange::property).collect(Collectors.toSet());
    }

    private static String table(ObjectChange change) {
        String definition = "";
        if (change instanceof ObjectChange.Added added) {
            definition = added.object().properties().getOrDefault("definition", "");
        } else if (change instanceof ObjectChange.Removed removed) {
            definition = removed.object().properties().getOrDefault("definition", "");
        }
        Matcher matcher = TABLE_OF_INDEX.matcher(definition);
        return matcher.find() ? matcher.group(1) : "";
    }
}
