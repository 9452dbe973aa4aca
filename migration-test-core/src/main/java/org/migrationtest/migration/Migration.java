package org.migrationtest.migration;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One change known to a migration tool.
 *
 * @param id its identity in the tool's terms
 * @param label how a person recognises it, unique within its source: {@code V7 add full name}
 * @param script where the way up is
 * @param wayBack how it can be rolled back
 * @param repeatable whether the tool may run the way up again on a database that has it already (Flyway {@code R__},
 *     Liquibase {@code runAlways}, {@code runOnChange})
 * @param leftOut what of it cannot run here and is left out while the rest of it runs, with the reason, as a clause
 * @param checksum a digest of the way up's content, the tool's own where it has one
 */
public record Migration(
        MigrationId id,
        String label,
        ScriptLocation script,
        WayBack wayBack,
        boolean repeatable,
        Optional<String> leftOut,
        String checksum) {
    public Migration {
        requireNonNull(id, "id is null");
        requireNonNull(label, "label is null");
        requireNonNull(script, "script is null");
        requireNonNull(wayBack, "wayBack is null");
        requireNonNull(leftOut, "leftOut is null");
        requireNonNull(checksum, "checksum is null");
    }
}
