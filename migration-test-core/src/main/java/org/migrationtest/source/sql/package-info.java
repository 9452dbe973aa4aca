/**
 * Migrations as SQL files in the layouts of golang-migrate, diesel, dbmate, Goose and sql-migrate, run as each of these
 * tools would run them.
 */
@NullMarked
package org.migrationtest.source.sql;

import org.jspecify.annotations.NullMarked;
