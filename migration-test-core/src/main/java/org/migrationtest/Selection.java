package org.migrationtest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which migrations make the round trip; the others are applied only, so that these have something to stand on. All that
 * is given must hold.
 *
 * @param from the first one, by id or label; empty for the first of all
 * @param only these and no others, by id or label; empty for no such limit
 * @param latest how many of the newest; 0 for no such limit
 * @param since a git reference: those whose files were added since; empty for no such limit
 */
public record Selection(Optional<String> from, Set<String> only, int latest, Optional<String> since) {
    /** All migrations. */
    public static final Selection ALL = new Selection(Optional.empty(), Set.of(), 0, Optional.empty());

    public Selection {
        requireNonNull(from, "from is null");
        requireNonNull(since, "since is null");
        only = Set.copyOf(only);
        if (latest < 0) {
            throw new IllegalArgumentException("latest is " + latest
                    + ", expected how many of the newest migrations are meant, or 0 for no limit. It is set in"
                    + " @RollbackRoundTrip, or in select(...).");
        }
    }

    /** Nothing is left out. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** What the user gave, for a message. */
    @Override
    public String toString() {
        List<String> parts = new java.util.ArrayList<>();
        from.ifPresent(first -> parts.add("from=" + first));
        if (!only.isEmpty()) {
            parts.add("only=" + String.join(",", only.stream().sorted().toList()));
        }
        if (latest > 0) {
            parts.add("latest=" + latest);
        }
        since.ifPresent(reference -> parts.add("since=" + reference));
        return parts.isEmpty() ? "all" : String.join(", ", parts);
    }
}
