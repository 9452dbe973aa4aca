package org.migrationtest.run;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.migrationtest.schema.TableName;

/**
 * Tells what a tool sends on its own account from what the migration says. Only what is shown depends on it, never a
 * verdict.
 */
final class BookKeeping {
    private static final List<String> OF_TOOLS = List.of(
            "pg_advisory",
            "pg_try_advisory",
            "set_config('search_path'",
            "information_schema.",
            "pg_catalog.",
            "pg_namespace",
            "pg_class",
            "current_user",
            "current_schema",
            "set role",
            "set search_path to \"",
            "select version()",
            "show ",
            "pg_is_in_recovery");

    private final List<String> historyTables;

    BookKeeping(Set<TableName> historyTables) {
        this.historyTables = historyTables.stream()
                .map(table -> table.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether a statement is the tool's, not the migration's. */
    boolean isBookKeeping(String sql, boolean prepared) {
        String text = sql.toLowerCase(Locale.ROOT).strip();
        boolean reads = text.startsWith("select") || text.startsWith("show") || text.startsWith("set ");
        return historyTables.stream().anyMatch(text::contains)
                || (reads && (prepared || OF_TOOLS.stream().anyMatch(text::contains)));
    }
}
