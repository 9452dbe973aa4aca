/**
 * AssertJ's vocabulary for databases under migration. Needs {@code org.assertj:assertj-core} on the class path.
 */
@NullMarked
package org.migrationtest.junit.assertion;

import org.jspecify.annotations.NullMarked;
