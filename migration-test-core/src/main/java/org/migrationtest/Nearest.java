package org.migrationtest;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what somebody who mistyped a name meant. */
final class Nearest {
    private Nearest() {}

    /** The name that differs in at most a third of what was written, or that ends with it behind a point. */
    static Optional<String> to(String written, Collection<String> names) {
        String wrong = written.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> distance(wrong, name) <= wrong.length() / 3 || name.endsWith("." + wrong))
                .min(Comparator.<String>comparingInt(name -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A question that fits behind a sentence; empty if nothing is near. */
    static String question(String written, Collection<String> names) {
        return to(written, names).map(name -> " Did you mean '" + name + "'?").orElse("");
    }

    /** How many letters must be added, removed or replaced (Levenshtein's distance), capitals aside. */
    private static int distance(String one, String other) {
        String name = other.toLowerCase(Locale.ROOT);
        int[] row = new int[name.length() + 1];
        for (int at = 0; at <= name.length(); at++) {
            row[at] = at;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int at = 1; at <= name.length(); at++) {
                int replaced = diagonal + (one.charAt(line - 1) == name.charAt(at - 1) ? 0 : 1);
                diagonal = row[at];
                row[at] = Math.min(replaced, 1 + Math.min(row[at - 1], diagonal));
            }
        }
        return row[name.length()];
    }
}
