/**
 * What is published: results as values, and JSON and text drawn from them.
 */
@NullMarked
package org.migrationtest.report;

import org.jspecify.annotations.NullMarked;
