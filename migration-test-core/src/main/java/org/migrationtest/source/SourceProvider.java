package org.migrationtest.source;

/**
 * Makes a source out of a user's settings. Found by {@link java.util.ServiceLoader}; implementations have a public
 * constructor without arguments, and load classes of the tool only in {@link #open}, so that a tool which is not on the
 * class path costs nothing.
 */
public interface SourceProvider {
    /** The name users choose it by: {@code flyway}, {@code liquibase}, {@code sql}. */
    String name();

    /**
     * A source for these settings.
     *
     * @throws MigrationSourceException if the settings make no sense, or the tool's library is missing; then the message
     *     names the coordinates to add
     */
    MigrationSource open(SourceSettings settings);

    /**
     * Whether migrations of this tool lie at its conventional place ({@code classpath:db/migration},
     * {@code classpath:db/changelog}), for users who named no source.
     */
    boolean foundAtConventionalPlace(ClassLoader classLoader);
}
