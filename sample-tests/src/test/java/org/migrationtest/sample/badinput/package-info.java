/** What a user is told, word for word, when something that was given makes no sense or cannot be had. */
@NullMarked
package org.migrationtest.sample.badinput;

import org.jspecify.annotations.NullMarked;
