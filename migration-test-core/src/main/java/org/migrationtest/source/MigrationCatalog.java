package org.migrationtest.source;

import java.util.List;
import java.util.Map;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationId;

/**
 * The migrations of a source.
 *
 * @param migrations in the order in which the tool applies them on an empty database, never empty; ids and labels are
 *     unique
 * @param remarks what the user should know and what is no reason to stop: files that look like migrations and are none,
 *     migrations that this configuration leaves out and why
 * @param scripts the SQL of those migrations that are nothing but SQL, for what it tells of the rows they work on; nothing
 *     is run from here
 */
public record MigrationCatalog(List<Migration> migrations, List<String> remarks, Map<MigrationId, ScriptText> scripts) {
    public MigrationCatalog {
        migrations = List.copyOf(migrations);
        remarks = List.copyOf(remarks);
        scripts = Map.copyOf(scripts);
        if (migrations.isEmpty()) {
            throw new IllegalArgumentException("a source without migrations must say so by MigrationSourceException");
        }
    }

    /** Of a source that cannot tell its scripts. */
    public MigrationCatalog(List<Migration> migrations, List<String> remarks) {
        this(migrations, remarks, Map.of());
    }
}
