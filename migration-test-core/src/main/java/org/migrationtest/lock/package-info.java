/**
 * Locks as values.
 */
@NullMarked
package org.migrationtest.lock;

import org.jspecify.annotations.NullMarked;
