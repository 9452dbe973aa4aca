package org.migrationtest.schema;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * A table by schema and name, both unquoted and in the case in which the catalogue holds them.
 *
 * @param schema the schema (MySQL: the database)
 * @param name the table
 */
public record TableName(String schema, String name) implements Comparable<TableName> {
    private static final Comparator<TableName> ORDER =
            Comparator.comparing(TableName::schema).thenComparing(TableName::name);

    public TableName {
        requireNonNull(schema, "schema is null");
        requireNonNull(name, "name is null");
    }

    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    /** For people, never for SQL: {@code shop.orders}. */
    @Override
    public String toString() {
        return schema + "." + name;
    }
}
