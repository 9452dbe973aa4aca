/**
 * All that was observed of a step, a round trip, and a chain, before anything is judged.
 */
@NullMarked
package org.migrationtest.evidence;

import org.jspecify.annotations.NullMarked;
