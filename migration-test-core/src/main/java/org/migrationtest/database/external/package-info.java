/** A server that somebody else runs, used only when the user named it and allowed it. */
@NullMarked
package org.migrationtest.database.external;

import org.jspecify.annotations.NullMarked;
