/**
 * What CHECK expressions, partition bounds and patterns say about values, as far as it can be read from their text.
 */
@NullMarked
package org.migrationtest.datagen.check;

import org.jspecify.annotations.NullMarked;
