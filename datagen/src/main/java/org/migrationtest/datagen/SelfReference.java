package org.migrationtest.datagen;

import java.util.List;
import java.util.Set;
import org.migrationtest.datagen.value.Hash;

/**
 * A foreign key to the table itself while it is empty: rows point at rows before them, the first at itself or nowhere.
 *
 * @param columns the referencing columns that belong to no other key
 * @param targets the referenced columns, in the same order
 * @param nullable those of the columns that may be NULL
 * @param ownRow whether a row may only point at itself, since another key shares a column
 * @param key what the choice is derived from
 */
record SelfReference(List<String> columns, List<String> targets, Set<String> nullable, boolean ownRow, long key) {
    boolean isNull(long row, String column) {
        return nullable.contains(column) && (row == 0 || Hash.below(Hash.at(key + 1, row), 10) == 0);
    }

    long target(long row) {
        return row == 0 || ownRow ? row : Hash.below(Hash.at(key, row), row);
    }
}
