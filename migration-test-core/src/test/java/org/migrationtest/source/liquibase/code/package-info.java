/** Liquibase changes that users write in Java. */
@NullMarked
package org.migrationtest.source.liquibase.code;

import org.jspecify.annotations.NullMarked;
