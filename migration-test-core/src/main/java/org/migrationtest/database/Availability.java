package org.migrationtest.database;

import static java.util.Objects.requireNonNull;

/** Whether a provider could serve an engine, and why or why not. */
public sealed interface Availability {
    /** Why, in a sentence without a full stop that fits behind "container because". */
    String reason();

    /** It could. */
    record Available(String reason) implements Availability {
        public Available {
            requireNonNull(reason, "reason is null");
        }
    }

    /** It could not. */
    record Unavailable(String reason) implements Availability {
        public Unavailable {
            requireNonNull(reason, "reason is null");
        }
    }
}
