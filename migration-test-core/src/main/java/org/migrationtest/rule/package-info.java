/**
 * Rules: pure functions from evidence to findings.
 */
@NullMarked
package org.migrationtest.rule;

import org.jspecify.annotations.NullMarked;
