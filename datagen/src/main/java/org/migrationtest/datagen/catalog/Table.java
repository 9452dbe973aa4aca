package org.migrationtest.datagen.catalog;

import java.util.List;
import java.util.Optional;
import org.migrationtest.schema.TableName;

/**
 * A table to fill.
 *
 * @param name its name
 * @param kind the engine's letter: r ordinary, p partitioned, others hold no rows of their own
 * @param root the table at the top of its partitions; itself if it is no partition
 * @param columns its columns in order
 * @param uniques unique indexes and exclusion constraints
 * @param references foreign keys, declared and guessed
 * @param checks CHECKs, and the bound of a partition
 * @param deferred constraints that are checked at commit, qualified and quoted
 * @param shapesRows whether an enabled trigger may change or refuse each row before it goes in
 */
public record Table(
        TableName name,
        String kind,
        TableName root,
        List<Column> columns,
        List<Unique> uniques,
        List<Reference> references,
        List<Check> checks,
        List<String> deferred,
        boolean shapesRows) {
    public Table {
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        references = List.copyOf(references);
        checks = List.copyOf(checks);
        deferred = List.copyOf(deferred);
    }

    /** The columns a row may give a value for. */
    public List<Column> writable() {
        return columns.stream().filter(column -> !column.generated()).toList();
    }

    /** The column of that name. */
    public Optional<Column> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    /** The columns of the primary key; empty if there is none. */
    public List<String> primaryKey() {
        return uniques.stream()
                .filter(Unique::primary)
                .findFirst()
                .map(Unique::columns)
                .orElse(List.of());
    }
}
