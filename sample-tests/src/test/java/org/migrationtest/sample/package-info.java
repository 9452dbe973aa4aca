/**
 * The framework as a user sees it: on a shop whose migrations are right, and on a gallery of those that are not.
 */
@NullMarked
package org.migrationtest.sample;

import org.jspecify.annotations.NullMarked;
