/** PostgreSQL in a container, by Testcontainers. */
@NullMarked
package org.migrationtest.database.container;

import org.jspecify.annotations.NullMarked;
