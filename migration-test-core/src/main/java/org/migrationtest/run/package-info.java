/**
 * The work: a source and a database in, evidence out. Nothing is judged here.
 */
@NullMarked
package org.migrationtest.run;

import org.jspecify.annotations.NullMarked;
