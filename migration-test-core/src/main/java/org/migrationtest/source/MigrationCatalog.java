package org.migrationtest.source;

import java.util.List;
import org.migrationtest.migration.Migration;

/**
 * The migrations of a source.
 *
 * @param migrations in the order in which the tool applies them on an empty database, never empty; ids and labels are
 *     unique
 * @param remarks what the user should know and what is no reason to stop: files that look like migrations and are none,
 *     migrations that this configuration leaves out and why
 */
public record MigrationCatalog(List<Migration> migrations, List<String> remarks) {
    public MigrationCatalog {
        migrations = List.copyOf(migrations);
        remarks = List.copyOf(remarks);
        if (migrations.isEmpty()) {
            throw new IllegalArgumentException("a source without migrations must say so by MigrationSourceException");
        }
    }
}
