/** The code of {@code docs/getting-started.md}. */
@NullMarked
package org.migrationtest.sample.steps;

import org.jspecify.annotations.NullMarked;
