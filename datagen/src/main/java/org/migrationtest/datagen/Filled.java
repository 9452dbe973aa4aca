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
}
