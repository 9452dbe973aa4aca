package org.migrationtest.sample;

import java.util.Set;

/**
 * One way back of the shop, broken.
 *
 * @param version of the migration
 * @param mistake what was done to it
 * @param down the broken script
 * @param rules of which one must tell
 */
record Fault(int version, String mistake, String down, Set<String> rules) {
    @Override
    public String toString() {
        return "U" + version + ": " + mistake;
    }
}
