package org.migrationtest.datagen.catalog;

import java.util.List;

/**
 * A condition that every row has to meet: a CHECK of a table or domain, or a partition's bound.
 *
 * @param name the constraint's name
 * @param expression the condition, as the engine prints it
 * @param columns the columns it reads; empty for a domain's, which reads VALUE
 */
public record Check(String name, String expression, List<String> columns) {
    /** The name given to what a partition, or all partitions together, accept. */
    public static final String PARTITION_BOUND = "partition bound";

    public Check {
        columns = List.copyOf(columns);
    }
}
