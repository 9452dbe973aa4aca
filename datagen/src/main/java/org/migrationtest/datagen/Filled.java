package org.migrationtest.datagen;

import java.util.List;

/**
 * What became of a table.
 *
 * @param rows rows added
 * @param keys their primary keys, where they were asked for and the table has one
 */
record Filled(long rows, List<List<String>> keys) {
    Filled {
        keys = List.copyOf(keys);
    }

    /** A table with these rows added, each by its primary key, an empty one where there is none. */
    static Filled with(List<List<String>> added) {
        return new Filled(
                added.size(), added.stream().filter(key -> !key.isEmpty()).toList());
    }
}
