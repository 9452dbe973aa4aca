/**
 * Port of whatever fills tables with rows.
 */
@NullMarked
package org.migrationtest.seed;

import org.jspecify.annotations.NullMarked;
