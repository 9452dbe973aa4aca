package org.migrationtest.source;

import static java.util.Objects.requireNonNull;

/**
 * The SQL of a migration as it was found, placeholders and all.
 *
 * @param up the way up
 * @param down the way back; empty where there is none, or none that somebody wrote
 */
public record ScriptText(String up, String down) {
    public ScriptText {
        requireNonNull(up, "up is null");
        requireNonNull(down, "down is null");
    }
}
