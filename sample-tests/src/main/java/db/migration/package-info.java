/** Migrations of the sample shop that are written in Java, where Flyway looks for them. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
