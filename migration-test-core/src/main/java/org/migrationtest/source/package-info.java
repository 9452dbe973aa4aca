/**
 * Port of a migration tool: what migrations there are, and how exactly one is applied or rolled back.
 */
@NullMarked
package org.migrationtest.source;

import org.jspecify.annotations.NullMarked;
