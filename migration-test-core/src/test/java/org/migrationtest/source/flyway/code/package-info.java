/** Java migrations and callbacks of a user. */
@NullMarked
package org.migrationtest.source.flyway.code;

import org.jspecify.annotations.NullMarked;
