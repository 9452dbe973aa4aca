/**
 * PostgreSQL: its catalogue, its rows, its sessions.
 */
@NullMarked
package org.migrationtest.dialect.postgres;

import org.jspecify.annotations.NullMarked;
