/**
 * What a migration is, as values: its identity, its direction, where its scripts are, and its way back.
 */
@NullMarked
package org.migrationtest.migration;

import org.jspecify.annotations.NullMarked;
