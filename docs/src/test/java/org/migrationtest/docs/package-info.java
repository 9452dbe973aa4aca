/** The documentation kept true: its code blocks are those of tested files, its links lead somewhere. */
@NullMarked
package org.migrationtest.docs;

import org.jspecify.annotations.NullMarked;
