package org.migrationtest.source.sql;

import java.util.List;
import java.util.stream.Collectors;
import org.migrationtest.migration.ScriptLocation;

/**
 * One direction of one migration.
 *
 * @param batches what the tool sends to the server at once, in order
 * @param transactional whether the tool runs all of it and its history entry in one transaction
 */
record SqlScript(ScriptFile file, ScriptLocation location, List<Batch> batches, boolean transactional) {
    /**
     * Text that the tool sends in one piece, however many statements it holds.
     *
     * @param offset where it begins in the file
     */
    record Batch(String text, int offset) {}

    SqlScript {
        batches = List.copyOf(batches);
    }

    static SqlScript whole(ScriptFile file, boolean transactional) {
        return new SqlScript(file, file.location(), List.of(new Batch(file.content(), 0)), transactional);
    }

    static SqlScript section(ScriptFile file, int from, int to, boolean transactional) {
        Batch batch = new Batch(file.content().substring(from, to), from);
        return new SqlScript(file, file.locationAt(from), List.of(batch), transactional);
    }

    String text() {
        return batches.stream().map(Batch::text).collect(Collectors.joining("\n"));
    }
}
