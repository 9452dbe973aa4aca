/**
 * Migrations of Flyway (10 to 13): versioned, repeatable and Java migrations one at a time through Flyway itself, and
 * undo scripts, which its free edition does not run.
 */
@NullMarked
package org.migrationtest.source.flyway;

import org.jspecify.annotations.NullMarked;
