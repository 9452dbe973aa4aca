package org.migrationtest.dialect.postgres;

import java.util.List;
import java.util.stream.Stream;
import org.migrationtest.schema.ObjectChange;
import org.migrationtest.schema.SchemaDifference;

/** A difference as lines a test can name: {@code changed column public.users.email: type}. */
final class ChangeText {
    private ChangeText() {}

    static List<String> lines(SchemaDifference difference) {
        return difference.changes().stream().flatMap(ChangeText::lines).toList();
    }

    private static Stream<String> lines(ObjectChange change) {
        if (change instanceof ObjectChange.Changed changed) {
            return changed.changes().stream().map(property -> "changed " + change.id() + ": " + property.property());
        }
        return Stream.of((change instanceof ObjectChange.Added ? "added " : "removed ") + change.id());
    }
}
