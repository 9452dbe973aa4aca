package org.migrationtest.migration;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Migrations that are rolled back together: one, or several over which one logical change was split.
 *
 * @param migrations in the order in which they are applied, never empty
 */
public record MigrationGroup(List<Migration> migrations) {
    public MigrationGroup {
        migrations = List.copyOf(migrations);
        if (migrations.isEmpty()) {
            throw new IllegalArgumentException("a group of no migrations");
        }
    }

    /** A group of one. */
    public static MigrationGroup of(Migration migration) {
        return new MigrationGroup(List.of(migration));
    }

    /** The migrations in the order in which they are rolled back. */
    public List<Migration> backwards() {
        return java.util.stream.IntStream.rangeClosed(1, migrations.size())
                .mapToObj(behind -> migrations.get(migrations.size() - behind))
                .toList();
    }

    /** The migration that is applied last. */
    public Migration last() {
        return migrations.get(migrations.size() - 1);
    }

    /** How a person recognises the group: {@code V5 split name + V6 drop name}. */
    public String label() {
        return migrations.stream().map(Migration::label).collect(Collectors.joining(" + "));
    }
}
