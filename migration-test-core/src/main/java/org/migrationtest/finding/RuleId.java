package org.migrationtest.finding;

import static java.util.Objects.requireNonNull;

/**
 * The name of a rule, as users write it to allow an exception and as results carry it: {@code schema-not-restored}.
 *
 * @param value lower-case words joined by hyphens
 */
public record RuleId(String value) implements Comparable<RuleId> {
    public RuleId {
        requireNonNull(value, "value is null");
        if (!value.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("'" + value + "' is no rule id: lower-case words joined by hyphens");
        }
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
