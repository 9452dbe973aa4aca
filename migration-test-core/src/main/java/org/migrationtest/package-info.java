/**
 * The front: one fluent entry to everything, usable without JUnit.
 */
@NullMarked
package org.migrationtest;

import org.jspecify.annotations.NullMarked;
