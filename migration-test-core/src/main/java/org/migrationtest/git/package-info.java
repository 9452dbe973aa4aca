/**
 * Which files changed since a git reference.
 */
@NullMarked
package org.migrationtest.git;

import org.jspecify.annotations.NullMarked;
