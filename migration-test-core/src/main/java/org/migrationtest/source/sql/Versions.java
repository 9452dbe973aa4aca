package org.migrationtest.source.sql;

import org.migrationtest.source.MigrationSourceException;

/** What the layouts have in common about versions in file names. */
final class Versions {
    private Versions() {}

    static long number(ScriptFile file, String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new MigrationSourceException(
                    file.display() + " begins with the version " + digits + ", which is more than 64 bits hold ("
                            + Long.MAX_VALUE + " at most). Give the migration a shorter number.",
                    e);
        }
    }

    static MigrationSourceException duplicate(String version, ScriptFile one, ScriptFile other) {
        return new MigrationSourceException("Version " + version + " exists twice: " + one.display() + " and "
                + other.display() + ". Give one of them another version.");
    }

    static String label(String version, String title) {
        return (version + " " + title.replace('_', ' ').strip()).strip();
    }
}
