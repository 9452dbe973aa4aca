package org.migrationtest.database;

/**
 * The majors of an engine whose catalogue a dialect knows: in an older one it would not find what it asks for, in a newer
 * one it would pass over what it does not know, and call a schema restored that is not.
 *
 * @param oldest the oldest major
 * @param newest the newest major
 */
public record SupportedVersions(int oldest, int newest) {
    public SupportedVersions {
        if (oldest > newest) {
            throw new IllegalArgumentException("oldest is " + oldest + ", newest only " + newest);
        }
    }

    /** Whether that major is one of them. */
    public boolean include(int major) {
        return oldest <= major && major <= newest;
    }

    /** {@code 13 to 18}. */
    @Override
    public String toString() {
        return oldest + " to " + newest;
    }
}
