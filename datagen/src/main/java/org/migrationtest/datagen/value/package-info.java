/**
 * The values of each type, numbered, so that any row's value can be had alone.
 */
@NullMarked
package org.migrationtest.datagen.value;

import org.jspecify.annotations.NullMarked;
