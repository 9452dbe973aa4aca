/**
 * Broken rules as values.
 */
@NullMarked
package org.migrationtest.finding;

import org.jspecify.annotations.NullMarked;
