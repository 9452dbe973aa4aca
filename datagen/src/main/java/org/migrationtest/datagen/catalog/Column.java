package org.migrationtest.datagen.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param name its name
 * @param type its type as declared, a domain for one
 * @param modifier the type's modifier, -1 for none
 * @param sqlType the type with modifier as SQL writes it
 * @param notNull whether the column or its domain refuses NULL
 * @param defaultExpression its default, as the engine prints it
 * @param generated whether the engine computes it, so that nobody may write it
 * @param sequence the sequence that numbers it, qualified and quoted; null for none
 */
public record Column(
        String name,
        PgType type,
        int modifier,
        String sqlType,
        boolean notNull,
        @Nullable String defaultExpression,
        boolean generated,
        @Nullable String sequence) {}
