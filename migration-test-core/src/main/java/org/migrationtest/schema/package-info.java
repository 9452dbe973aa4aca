/**
 * What a database's schema is, as values: its objects, a snapshot of all of them, and the difference of two.
 */
@NullMarked
package org.migrationtest.schema;

import org.jspecify.annotations.NullMarked;
