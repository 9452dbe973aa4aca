package org.migrationtest.source;

/**
 * Where migrations come from, and the tool that applies them. Immutable and thread-safe; opening sessions on several
 * databases at once is safe.
 */
public interface MigrationSource {
    /** The tool's name for people: {@code Flyway 13.12.0}. */
    String tool();

    /**
     * Reads which migrations there are, from files and classes alone, without a database.
     *
     * @throws MigrationSourceException if nothing can be read: a folder that is missing, no migration at all, two with
     *     one version, a file that cannot be parsed. The message says where was looked, what was found there, which
     *     setting decided it, and what to do.
     */
    MigrationCatalog discover();

    /**
     * Binds the tool to a database. Called once per database; the session is used by one thread at a time.
     *
     * @param catalog what {@link #discover} returned
     * @param target how the tool reaches the database
     */
    MigrationSession open(MigrationCatalog catalog, MigrationTarget target);
}
