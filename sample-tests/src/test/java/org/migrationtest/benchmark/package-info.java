/** What the framework costs, beside the same chain without it. Run when asked for only: {@code -Dgroups=benchmark}. */
@NullMarked
package org.migrationtest.benchmark;

import org.jspecify.annotations.NullMarked;
