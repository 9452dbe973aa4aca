package org.migrationtest.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.migrationtest.schema.TableName;
import org.migrationtest.sql.StatementFacts;
import org.migrationtest.sql.StatementFacts.AddedReference;

/**
 * The foreign keys that scripts add to a table. Where a way up sees to rows that refer to nothing before one is added, there
 * are such rows; where none does, there are none.
 */
final class AddedReferences {
    private final TableName table;
    private final List<StatementFacts> ups = new ArrayList<>();
    private final Map<String, AddedReference> kept = new LinkedHashMap<>();
    private final Map<String, AddedReference> seenTo = new LinkedHashMap<>();

    AddedReferences(TableName table) {
        this.table = table;
    }

    /** Adds what the next migration says of the table. */
    void add(List<StatementFacts> up, List<StatementFacts> down) {
        ups.addAll(up);
        boolean repairs = repairs(up);
        for (AddedReference reference : in(up, table)) {
            (repairs || isLookedAt(reference) ? seenTo : kept).put(reference.column(), reference);
        }
        in(down, table).forEach(reference -> kept.putIfAbsent(reference.column(), reference));
    }

    private boolean isLookedAt(AddedReference reference) {
        return ups.stream()
                .anyMatch(each -> each.changesRows()
                        && each.names().contains(reference.column())
                        && each.names().contains(reference.parent()));
    }

    /** Those that no row is expected to break, by column. */
    Map<String, AddedReference> kept() {
        kept.keySet().removeAll(seenTo.keySet());
        return kept;
    }

    /** Those of a way up that rows from before it may break, since it sees to them. */
    static List<AddedReference> seenTo(TableName table, List<StatementFacts> up) {
        return repairs(up) ? in(up, table) : List.of();
    }

    private static boolean repairs(List<StatementFacts> script) {
        return script.stream()
                .filter(StatementFacts::changesRows)
                .anyMatch(
                        each -> each.names().contains("update") || each.names().contains("delete"));
    }

    private static List<AddedReference> in(List<StatementFacts> script, TableName table) {
        return script.stream()
                .flatMap(each -> each.references().stream())
                .filter(reference -> reference.table().equals(table.name()))
                .toList();
    }
}
