package org.migrationtest.datagen.catalog;

import java.util.List;
import org.migrationtest.schema.TableName;

/**
 * A foreign key, or what looks like one by name and type.
 *
 * @param name the constraint's name; empty if nothing is declared
 * @param definition the constraint as the engine prints it
 * @param columns the referencing columns
 * @param parent the referenced table
 * @param parentColumns the referenced columns, in the same order
 * @param full whether MATCH FULL, all NULL or none
 * @param declared whether the engine enforces it; else it is a guess that may be dropped
 */
public record Reference(
        String name,
        String definition,
        List<String> columns,
        TableName parent,
        List<String> parentColumns,
        boolean full,
        boolean declared) {
    public Reference {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
    }
}
