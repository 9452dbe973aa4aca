/**
 * A check as a tree of JUnit's tests, its results as files. Knows no annotation.
 */
@NullMarked
package org.migrationtest.junit.tree;

import org.jspecify.annotations.NullMarked;
