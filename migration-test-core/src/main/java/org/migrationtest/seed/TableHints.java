package org.migrationtest.seed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationtest.schema.TableName;

/**
 * What is known of a table beside its schema. What does not fit the schema (columns that are not there, values that a
 * constraint refuses) is left out without a word.
 *
 * @param forms by column how its values read
 * @param references by column the table to which it refers though no foreign key says so
 * @param rows values that some row had better hold, by column; an empty value stands for NULL
 * @param changed whether its columns or keys have just changed, so that what they allow now is to be tried out
 */
public record TableHints(
        Map<String, ColumnForm> forms,
        Map<String, TableName> references,
        List<Map<String, Optional<String>>> rows,
        boolean changed) {
    /** Nothing is known. */
    public static final TableHints NONE = new TableHints(Map.of(), Map.of(), List.of(), false);

    public TableHints {
        forms = Map.copyOf(forms);
        references = Map.copyOf(references);
        rows = rows.stream().map(TableHints::inOrder).toList();
    }

    /** Rows that are made one after the other are the same every time only in the same order. */
    private static Map<String, Optional<String>> inOrder(Map<String, Optional<String>> row) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(row));
    }

    /** The same with such rows. */
    public TableHints withRows(List<Map<String, Optional<String>>> wanted) {
        return new TableHints(forms, references, wanted, changed);
    }

    /** The same of a table that has just changed, or has not. */
    public TableHints withChanged(boolean justChanged) {
        return new TableHints(forms, references, rows, justChanged);
    }
}
