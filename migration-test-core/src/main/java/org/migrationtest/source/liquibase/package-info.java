/**
 * Liquibase as a migration source: changesets run one by one through Liquibase's own classes.
 */
@NullMarked
package org.migrationtest.source.liquibase;

import org.jspecify.annotations.NullMarked;
