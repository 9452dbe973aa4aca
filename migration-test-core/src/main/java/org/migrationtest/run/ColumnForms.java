package org.migrationtest.run;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.ColumnForm;
import org.migrationtest.seed.TableHints;
import org.migrationtest.sql.ColumnUse;
import org.migrationtest.sql.StatementFacts;
import org.migrationtest.sql.StatementFacts.AddedReference;

/** How the values of a table's columns read, by what statements take them for. */
final class ColumnForms {
    private static final Map<ColumnUse, ColumnForm> CASTS = Map.of(
            ColumnUse.JSON, ColumnForm.JSON,
            ColumnUse.INTEGER, ColumnForm.INTEGER,
            ColumnUse.UUID, ColumnForm.UUID,
            ColumnUse.DATE, ColumnForm.DATE,
            ColumnUse.TIMESTAMP, ColumnForm.TIMESTAMP,
            ColumnUse.TIMESTAMP_WITH_TIME_ZONE, ColumnForm.TIMESTAMP_WITH_TIME_ZONE);

    private final TableName table;
    private final Map<String, Set<ColumnUse>> uses = new LinkedHashMap<>();
    private final Map<String, TableName> references = new HashMap<>();

    ColumnForms(TableName table) {
        this.table = table;
    }

    /**
     * A cast on the way up is made of rows from before. One that is caught, or made of values that the same script changes,
     * may be of others as well.
     */
    void addUp(List<StatementFacts> script) {
        Set<String> changed =
                script.stream().flatMap(each -> each.assigned().stream()).collect(Collectors.toSet());
        script.forEach(each ->
                add(each, column -> !changed.contains(column) && !each.names().contains("exception")));
    }

    /** A cast on the way back is made of rows that were of that type once, or of what was written since. */
    void addDown(List<StatementFacts> script) {
        script.forEach(each -> add(each, column -> false));
    }

    private void add(StatementFacts statement, Predicate<String> withCast) {
        statement.uses().forEach((column, found) -> {
            Set<ColumnUse> known = uses.computeIfAbsent(column, name -> EnumSet.noneOf(ColumnUse.class));
            found.stream()
                    .filter(use -> withCast.test(column) || !CASTS.containsKey(use))
                    .forEach(known::add);
        });
    }

    /** A column refers to that table, though no foreign key says so yet. */
    void addReference(AddedReference reference) {
        references.put(reference.column(), new TableName(table.schema(), reference.parent()));
    }

    TableHints hints() {
        Map<String, ColumnForm> forms = new HashMap<>();
        uses.forEach((column, found) -> form(found).ifPresent(form -> forms.put(column, form)));
        return new TableHints(forms, references, List.of(), false);
    }

    /** Empty where statements do not agree. */
    private static Optional<ColumnForm> form(Collection<ColumnUse> uses) {
        boolean array = uses.contains(ColumnUse.JSON_ARRAY);
        boolean texts = uses.contains(ColumnUse.JSON_ARRAY_OF_TEXTS);
        if (uses.contains(ColumnUse.ASKED_ABOUT) || (uses.contains(ColumnUse.JSON_OBJECT) && (array || texts))) {
            return Optional.empty();
        }
        if (array || texts) {
            return Optional.of(array ? ColumnForm.JSON_ARRAY : ColumnForm.JSON_ARRAY_OF_TEXTS);
        }
        List<ColumnForm> casts = uses.stream()
                .map(CASTS::get)
                .flatMap(java.util.stream.Stream::ofNullable)
                .toList();
        return casts.size() == 1 ? Optional.of(casts.get(0)) : Optional.empty();
    }
}
