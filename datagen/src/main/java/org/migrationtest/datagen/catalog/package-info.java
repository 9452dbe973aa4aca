/**
 * What the catalogue says of the tables to fill.
 */
@NullMarked
package org.migrationtest.datagen.catalog;

import org.jspecify.annotations.NullMarked;
