/** PostgreSQL's own server binaries, taken from Maven Central and run on this machine. */
@NullMarked
package org.migrationtest.database.embedded;

import org.jspecify.annotations.NullMarked;
