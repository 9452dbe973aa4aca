package org.migrationtest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What properties are called. {@code docs/reference.md} says what they mean. */
final class PropertyNames {
    /** How every property's name begins. */
    static final String PREFIX = "migrationtest.";

    private static final Set<String> NAMES = Set.of(
            "source",
            "locations",
            "databases",
            "provider",
            "embedded.cache",
            "embedded.data",
            "embedded.repository",
            "external.url",
            "external.user",
            "external.password",
            "external.allowed",
            "rows",
            "seed",
            "exerciseRows",
            "timeLimit",
            "from",
            "only",
            "latest",
            "since",
            "groups",
            "wholeChain",
            "missingDown",
            "report");
    private static final List<String> FAMILIES =
            List.of("option.NAME", "severity.RULE", "irreversible.MIGRATION", "intendedLoss.MIGRATION");

    private PropertyNames() {}

    /**
     * What is behind the prefix.
     *
     * @throws IllegalArgumentException if there is no such property; the message names the one that was meant, or lists all
     */
    static String known(String written) {
        String name = written.substring(PREFIX.length());
        if (written.startsWith(PREFIX)
                && (NAMES.contains(name) || FAMILIES.stream().anyMatch(family -> name.startsWith(prefix(family))))) {
            return name;
        }
        throw new IllegalArgumentException("There is no property '" + written + "'."
                + Nearest.to(name, candidates(name))
                        .map(near -> " Did you mean '" + PREFIX + near + "'?")
                        .orElseGet(() -> " The properties are " + String.join(", ", new TreeSet<>(all())) + "."));
    }

    /** What may have been meant; of a family, with the rest of the name as it was written. */
    private static Set<String> candidates(String name) {
        Set<String> candidates = new HashSet<>(NAMES);
        int point = name.indexOf('.') + 1;
        if (point > 0) {
            FAMILIES.forEach(family -> candidates.add(prefix(family) + name.substring(point)));
        }
        return candidates;
    }

    private static String prefix(String family) {
        return family.substring(0, family.indexOf('.') + 1);
    }

    /** Every property; of those that end in a name of the user's own, with a word in capitals for that. */
    static Set<String> all() {
        return Stream.concat(NAMES.stream(), FAMILIES.stream())
                .map(PREFIX::concat)
                .collect(Collectors.toUnmodifiableSet());
    }
}
