/**
 * Ports of a database: how a server is provisioned, a test database on it, and what an engine's dialect can tell.
 */
@NullMarked
package org.migrationtest.database;

import org.jspecify.annotations.NullMarked;
