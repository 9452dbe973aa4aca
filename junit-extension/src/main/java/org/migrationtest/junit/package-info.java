/**
 * Annotations that make each migration a test of its own. {@link org.migrationtest.junit.MigrationTest} is where to begin.
 */
@NullMarked
package org.migrationtest.junit;

import org.jspecify.annotations.NullMarked;
