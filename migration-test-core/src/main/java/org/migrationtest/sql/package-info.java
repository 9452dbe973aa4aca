/**
 * SQL scripts as text: where statements begin and end, and their leading keywords. No database, no meaning.
 */
@NullMarked
package org.migrationtest.sql;

import org.jspecify.annotations.NullMarked;
