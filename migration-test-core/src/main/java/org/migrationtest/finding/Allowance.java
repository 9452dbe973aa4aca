package org.migrationtest.finding;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationGroup;

/**
 * What a user declared as intended, beside the test, with a reason.
 *
 * @param migration the migration it is about: its id, its label, its group's label, or {@link #EVERY}
 * @param rules the rules that may be broken
 * @param reason why, in the user's words; never blank
 */
public record Allowance(String migration, Set<RuleId> rules, String reason) {
    /** Stands for every migration. */
    public static final String EVERY = "*";

    private static final Set<RuleId> OF_LOSS =
            Set.of(new RuleId("rows-not-restored"), new RuleId("rows-orphaned"), new RuleId("down-fails-after-use"));

    private static final Set<RuleId> OF_IRREVERSIBLE = Set.of(
            new RuleId("no-down"),
            new RuleId("down-fails"),
            new RuleId("down-fails-after-use"),
            new RuleId("down-does-nothing"),
            new RuleId("schema-not-restored"),
            new RuleId("rows-not-restored"),
            new RuleId("rows-orphaned"),
            new RuleId("up-again-fails"),
            new RuleId("up-again-differs"),
            new RuleId("chain-cannot-unwind"));

    public Allowance {
        requireNonNull(migration, "migration is null");
        rules = Set.copyOf(rules);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An exception for migration '" + migration
                    + "' needs a reason: write why it is intended, the report shows it.");
        }
    }

    /** The migration may lose or change rows on its way back. */
    public static Allowance intendedLoss(String migration, String reason) {
        return new Allowance(migration, OF_LOSS, reason);
    }

    /** The migration need not have a way back that works. */
    public static Allowance irreversible(String migration, String reason) {
        return new Allowance(migration, OF_IRREVERSIBLE, reason);
    }

    /** Whether it is about that migration. */
    public boolean isAbout(Migration candidate) {
        return migration.equals(EVERY)
                || migration.equals(candidate.id().value())
                || migration.equals(candidate.label());
    }

    /** Whether it is about that group, as named by its findings, or about a migration in it. */
    public boolean isAbout(MigrationGroup group) {
        return migration.equals(group.label()) || group.migrations().stream().anyMatch(this::isAbout);
    }
}
