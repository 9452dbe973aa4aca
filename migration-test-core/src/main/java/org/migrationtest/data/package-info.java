/**
 * What a table's rows are, as values: a fingerprint, the keys of chosen rows, and the difference of two states.
 */
@NullMarked
package org.migrationtest.data;

import org.jspecify.annotations.NullMarked;
