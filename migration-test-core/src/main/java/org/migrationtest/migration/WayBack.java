package org.migrationtest.migration;

import static java.util.Objects.requireNonNull;

/** How a migration can be rolled back, as far as that is known before anything runs. */
public sealed interface WayBack {
    /** Somebody wrote it. */
    record Written(ScriptLocation script) implements WayBack {
        public Written {
            requireNonNull(script, "script is null");
        }
    }

    /** The tool derives it from the migration, as Liquibase does for {@code createTable}. */
    record Generated() implements WayBack {}

    /** The migration declares in its tool's own terms that going back changes nothing, as an empty {@code <rollback/>}. */
    record DeclaredEmpty(ScriptLocation where) implements WayBack {
        public DeclaredEmpty {
            requireNonNull(where, "where is null");
        }
    }

    /**
     * There is none.
     *
     * @param reason what was looked for and not found, for a person: {@code no U7__*.sql beside V7__add_full_name.sql}
     */
    record None(String reason) implements WayBack {
        public None {
            requireNonNull(reason, "reason is null");
        }
    }

    /** The tool has no notion of a way back for this kind (Flyway's repeatable migrations): it is only run again. */
    record NotApplicable() implements WayBack {}

    /** Whether a roll back can be attempted. */
    default boolean exists() {
        return !(this instanceof None) && !(this instanceof NotApplicable);
    }
}
