/**
 * SQL scripts as text: where statements begin and end, their leading keywords, and the values and uses of columns that they
 * name. No database: what a name stands for is not known here.
 */
@NullMarked
package org.migrationtest.sql;

import org.jspecify.annotations.NullMarked;
