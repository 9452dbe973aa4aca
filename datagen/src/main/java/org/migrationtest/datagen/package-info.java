/**
 * Fills tables with valid rows: reads what the schema demands, plans a value for every row and column, loads.
 */
@NullMarked
package org.migrationtest.datagen;

import org.jspecify.annotations.NullMarked;
